import { call } from "./call.js";

/**
 * What was typed outside of records, as the page wrote it.
 */
export const pageNotes = () => call("page_notes");

/**
 * @param {string} text
 */
export const keepPageNotes = (text) => call("keep_page_notes", { text });
