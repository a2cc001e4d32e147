import { call } from "./call.js";

/**
 * @typedef {object} SavedFile a file that was saved where the person said
 * @property {number} token names it when it is to be shown or opened
 * @property {string} path to be read
 */

/**
 * Shows it in the file manager of the system.
 *
 * @param {number} token
 * @returns {Promise<null>}
 */
export const revealFile = (token) => call("reveal_file", { token });

/**
 * Opens it with the program that the system knows for it.
 *
 * @param {number} token
 * @returns {Promise<null>}
 */
export const openFile = (token) => call("open_file", { token });

/**
 * Shows the folder with the records in the file manager of the system.
 *
 * @returns {Promise<null>}
 */
export const revealData = () => call("reveal_data");
