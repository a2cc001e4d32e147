import { call } from "./call.js";

/**
 * Marks a protocol as signed. Its text is kept as it stands on the paper and does not change from then on.
 *
 * @param {string} meeting
 * @param {string} date the day of signing
 * @param {number} seen the revision of the meeting on the screen
 */
export const signProtocol = (meeting, date, seen) => call("sign_protocol", { meeting, date, seen });

/**
 * Takes the mark off, so that the protocol can be changed again.
 *
 * @param {string} meeting
 * @param {number} seen
 */
export const unsignProtocol = (meeting, seen) => call("unsign_protocol", { meeting, seen });
