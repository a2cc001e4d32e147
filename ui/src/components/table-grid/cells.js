/*
 * What can be done with the cells of a table. Nothing here changes what it is given: untouched rows stay the same
 * objects, so that they need not be drawn again. The head is row -1.
 */

/** @typedef {{columns: string[], rows: string[][]}} Cells the head and what stands under it */
/** @typedef {{row: number, column: number}} Place */

/** Where the head stands. */
export const HEAD = -1;

/** How many columns there are: those of the head, or more where a row is longer. @param {Cells} cells */
export const widthOf = ({ columns, rows }) =>
  rows.reduce((most, row) => Math.max(most, row.length), columns.length);

/**
 * What stands in a cell.
 *
 * @param {Cells} cells
 * @param {Place} place
 */
export const textAt = ({ columns, rows }, { row, column }) =>
  (row === HEAD ? columns : rows[row])?.[column] ?? "";

/**
 * The nearest place that the table has.
 *
 * @param {Cells} cells
 * @param {Place} place
 * @returns {Place}
 */
export const within = (cells, { row, column }) => ({
  row: Math.max(HEAD, Math.min(row, cells.rows.length - 1)),
  column: Math.max(0, Math.min(column, widthOf(cells) - 1)),
});

/**
 * A row that reaches at least to a column.
 *
 * @param {string[]} row
 * @param {number} width
 */
const padded = (row, width) =>
  row.length >= width ? row : [...row, ...Array(width - row.length).fill("")];

/**
 * @param {string[]} row
 * @param {number} column
 * @param {string} text
 */
const withText = (row, column, text) =>
  padded(row, column + 1).map((old, at) => (at === column ? text : old));

/**
 * Another text in a cell.
 *
 * @template {Cells} T
 * @param {T} cells
 * @param {Place} place
 * @param {string} text
 * @returns {T}
 */
export function withCell(cells, { row, column }, text) {
  if (row === HEAD) return { ...cells, columns: withText(cells.columns, column, text) };
  if (!cells.rows[row]) return cells;
  return {
    ...cells,
    rows: cells.rows.map((old, at) => (at === row ? withText(old, column, text) : old)),
  };
}

/**
 * An empty row before another one, or after the last.
 *
 * @template {Cells} T
 * @param {T} cells
 * @param {number} at
 * @param {string[]} [row]
 * @returns {T}
 */
export const withRow = (cells, at, row = Array(widthOf(cells)).fill("")) => ({
  ...cells,
  rows: [...cells.rows.slice(0, at), row, ...cells.rows.slice(at)],
});

/**
 * @template {Cells} T
 * @param {T} cells
 * @param {number} at
 * @returns {T}
 */
export const withoutRow = (cells, at) => ({
  ...cells,
  rows: cells.rows.filter((_, row) => row !== at),
});

/**
 * A column put in: its cells from the head down; empty ones where none are given.
 *
 * @template {Cells} T
 * @param {T} cells
 * @param {number} at
 * @param {string[]} [column]
 * @returns {T}
 */
export function withColumn(cells, at, column = []) {
  const put = (/** @type {string[]} */ row, /** @type {string} */ text) => {
    const whole = padded(row, at);
    return [...whole.slice(0, at), text, ...whole.slice(at)];
  };
  return {
    ...cells,
    columns: put(cells.columns, column[0] ?? ""),
    rows: cells.rows.map((row, place) => put(row, column[place + 1] ?? "")),
  };
}

/**
 * @template {Cells} T
 * @param {T} cells
 * @param {number} at
 * @returns {T}
 */
export const withoutColumn = (cells, at) => ({
  ...cells,
  columns: cells.columns.filter((_, column) => column !== at),
  rows: cells.rows.map((row) => row.filter((_, column) => column !== at)),
});

/**
 * The cells of a column, from the head down.
 *
 * @param {Cells} cells
 * @param {number} at
 */
export const columnOf = (cells, at) => [
  cells.columns[at] ?? "",
  ...cells.rows.map((row) => row[at] ?? ""),
];

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @param {number} step
 */
function swapped(list, at, step) {
  const [one, other] = [list[at], list[at + step]];
  if (one === undefined || other === undefined) return list;
  return list.map((old, place) => (place === at ? other : place === at + step ? one : old));
}

/**
 * A row one place up or down; the head stays where it is.
 *
 * @template {Cells} T
 * @param {T} cells
 * @param {number} at
 * @param {number} step
 * @returns {T}
 */
export const withRowMoved = (cells, at, step) => ({
  ...cells,
  rows: at === HEAD ? cells.rows : swapped(cells.rows, at, step),
});

/**
 * A column one place to the left or to the right.
 *
 * @template {Cells} T
 * @param {T} cells
 * @param {number} at
 * @param {number} step
 * @returns {T}
 */
export function withColumnMoved(cells, at, step) {
  const width = widthOf(cells);
  if (at + step < 0 || at + step >= width) return cells;
  const move = (/** @type {string[]} */ row) => swapped(padded(row, width), at, step);
  return { ...cells, columns: move(cells.columns), rows: cells.rows.map(move) };
}

/**
 * Pasted cells, written over those that are there from a place on; the table grows where it has to.
 *
 * @template {Cells} T
 * @param {T} cells
 * @param {Place} from
 * @param {string[][]} pasted
 * @returns {T}
 */
export function withPasted(cells, from, pasted) {
  const width = Math.max(
    widthOf(cells),
    from.column + pasted.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const all = [cells.columns, ...cells.rows].map((row) => padded(row, width));
  pasted.forEach((texts, down) => {
    const at = from.row + 1 + down;
    const row = all[at] ?? Array(width).fill("");
    all[at] = row.map((old, column) => texts[column - from.column] ?? old);
  });
  const [columns = [], ...rows] = all;
  return { ...cells, columns, rows };
}

/**
 * The cell that comes next in the order of reading, or before; nothing at either end.
 *
 * @param {Cells} cells
 * @param {Place} place
 * @param {1 | -1} step
 * @returns {Place | null}
 */
export function beside(cells, { row, column }, step) {
  const width = widthOf(cells);
  const at = (row + 1) * width + column + step;
  if (at < 0 || at >= (cells.rows.length + 1) * width) return null;
  return { row: Math.floor(at / width) - 1, column: at % width };
}
