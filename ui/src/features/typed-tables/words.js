import { counted } from "../../words/numbers.js";

/** The largest table under a text; the program refuses larger ones by the same limits. */
export const MOST = { columns: 30, rows: 500 };

/**
 * «Таблица «Итоги ВПР»»
 *
 * @param {string} title
 */
export const titleInWords = (title) => (title.trim() ? `Таблица «${title.trim()}»` : "Таблица");

/**
 * «3 столбца, 12 строк»
 *
 * @param {{columns: string[], rows: string[][]}} table
 */
export const sizeInWords = ({ columns, rows }) =>
  `${counted(columns.length, "столбец", "столбца", "столбцов")}, ${counted(rows.length, "строка", "строки", "строк")}`;
