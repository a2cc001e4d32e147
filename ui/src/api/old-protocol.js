/** @import {ProtocolAsked} from "./types/importing" */
import { call } from "./call.js";

/**
 * Reads an old protocol from a file of Word, for a look: nothing is changed before `addProtocol`. Without a token of dropped
 * files the program asks which one, in a dialog of the system.
 *
 * @param {ProtocolAsked} asked
 * @param {number | null} dropped
 * @returns nothing when the person changed their mind
 */
export const readProtocolFile = (asked, dropped) => call("read_protocol_file", { asked, dropped });

/**
 * Looks at the same protocol again: for another year, with another day or number.
 *
 * @param {number} token of the preview
 * @param {ProtocolAsked} asked
 */
export const lookAtProtocol = (token, asked) => call("look_at_protocol", { token, asked });

/**
 * Adds it as a meeting with its questions, the file attached, as one operation: «Внесён протокол № 2 от 16.01.2026».
 *
 * @param {number} token of the preview
 * @param {ProtocolAsked} asked as the preview was asked for
 */
export const addProtocol = (token, asked) => call("add_protocol", { token, asked });

/**
 * Forgets a protocol that is not needed any more.
 *
 * @param {number} token
 */
export const forgetProtocol = (token) => call("forget_protocol", { token });
