import { call } from "./call.js";

/**
 * Records where the words stand, newest first.
 *
 * @param {string} community
 * @param {string} words
 */
export const search = (community, words) => call("search", { community, words });

/**
 * The texts of the record that is open, in pieces: those that the search would find come with `true`. A text that
 * holds nothing of it comes without pieces.
 *
 * @param {string} words
 * @param {string[]} texts
 */
export const markTexts = (words, texts) => call("mark_texts", { words, texts });
