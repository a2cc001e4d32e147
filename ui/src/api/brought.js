import { listen } from "@tauri-apps/api/event";

import { call } from "./call.js";

/**
 * From now on it is heard of when a copy is opened with the program that runs already.
 *
 * @param {() => void} hear
 */
export const hearOfBrought = (hear) => listen("file-brought", hear);

/**
 * The copy with which the program was opened, once.
 *
 * @returns nothing where it was opened without one
 */
export const broughtCopy = () => call("brought_copy");

/**
 * What is inside the copy with which the program was opened.
 *
 * @param {number} copy its token
 * @param {string} password empty where it has none
 */
export const lookIntoBrought = (copy, password) => call("look_into_brought", { copy, password });
