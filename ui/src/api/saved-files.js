import { call } from "./call.js";

/**
 * Shows it in the file manager of the system.
 *
 * @param {number} token
 */
export const revealFile = (token) => call("reveal_file", { token });

/**
 * Opens it with the program that the system knows for it.
 *
 * @param {number} token
 */
export const openFile = (token) => call("open_file", { token });

/**
 * Shows the folder with the records in the file manager of the system.
 */
export const revealData = () => call("reveal_data");
