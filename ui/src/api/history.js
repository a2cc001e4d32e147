import { call } from "./call.js";

/**
 * What happened to a record, newest first.
 *
 * @param {string} id
 */
export const fetchHistory = (id) => call("history", { id });

/**
 * Saves that text anew; refused while the protocol is signed.
 *
 * @param {string} id
 * @param {string} operation
 * @param {number} seen the revision of the record on the screen
 */
export const bringBack = (id, operation, seen) => call("bring_back", { id, operation, seen });
