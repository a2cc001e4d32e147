/** @import {Kind} from "./types/Kind" */
import { call } from "./call.js";

/**
 * @typedef {[text: string, marked: boolean]} Piece a piece of text and whether the words were found in it
 *
 * @typedef {object} Hit
 * @property {Kind} kind
 * @property {string} id
 * @property {Piece[]} title
 * @property {string | null} date
 * @property {Piece[]} snippet
 */

/**
 * Records where the words stand, newest first.
 *
 * @param {string} community
 * @param {string} words
 * @returns {Promise<Hit[]>}
 */
export const search = (community, words) => call("search", { community, words });
