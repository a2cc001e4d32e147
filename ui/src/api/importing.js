/** @import {TableAsked, TableToType} from "./types/importing" */
import { call } from "./call.js";

/**
 * Reads what was pasted, for a preview: nothing is changed before `addTableRows`. Every row of the table is in it,
 * each with its state: `ready`; `doubtful` (something in it was not understood and is marked); `repeat` (it is in
 * the plan or roster already, and is added only where it is ticked); `refused` (it cannot be added as it is, its
 * remark says why); `heading` (headings and names of directions, never added).
 *
 * @param {TableAsked} asked
 * @param {string} text what the clipboard holds as text/plain
 * @param {string | null} html what it holds as text/html: cells of Word with several lines survive only there
 */
export const readTable = (asked, text, html) => call("read_table", { asked, text, html });

/**
 * Reads a file: .xlsx, .csv, .tsv. Without a token of dropped files the program asks which one, in a dialog of the
 * system.
 *
 * @param {TableAsked} asked
 * @param {number | null} dropped
 * @returns nothing when the person changed their mind
 */
export const readTableFile = (asked, dropped) => call("read_table_file", { asked, dropped });

/**
 * Looks at the same table again: another sheet, other columns, a direction for rows that name none, mended cells.
 *
 * @param {number} token of the preview
 * @param {TableAsked} asked
 */
export const lookAtTable = (token, asked) => call("look_at_table", { token, asked });

/**
 * Adds the ticked rows as one operation, all of them or none: «Добавлено 17 мероприятий из таблицы».
 *
 * @param {number} token of the preview
 * @param {TableAsked} asked as the preview was asked for
 * @param {number[]} rows their `row`
 */
export const addTableRows = (token, asked, rows) => call("add_table_rows", { token, asked, rows });

/**
 * Forgets a table that is not needed any more.
 *
 * @param {number} token
 */
export const forgetTable = (token) => call("forget_table", { token });

/**
 * Reads tables that were pasted under a text; nothing is changed.
 *
 * @param {string} text what the clipboard holds as text/plain
 * @param {string | null} html what it holds as text/html
 * @param {TableToType} meant
 */
export const readPastedTables = (text, html, meant) =>
  call("read_pasted_tables", { text, html, meant });
