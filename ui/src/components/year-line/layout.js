import { daysBetween } from "../../words/dates.js";

/*
 * Where things stand on the line of the year. Units are pixels at 100 %: the picture is drawn in a box as wide
 * as the letters that fit, and grows with them.
 */

/**
 * @typedef {object} Mark a meeting above the band, a deadline or an assignment below it
 * @property {string} id
 * @property {string} date
 * @property {string} name in bold: «№ 2», «15 сентября»
 * @property {string} text after it: «16 января», «план, п. 4.7»
 * @property {string} [more] on a line of its own: «утверждён 12 сентября»
 *
 * @typedef {object} Placed
 * @property {number} x of the sign
 * @property {number} row 0 next to the band
 * @property {"start" | "end"} side the text goes to the right of the sign or to its left
 */

/** Between a sign and its text. */
const GAP = 14;
/** Between two texts of a row. */
const AIR = 18;

/**
 * Part of the school year that has passed by a date, from 0 to 1.
 *
 * @param {string} date
 * @param {number} year
 */
export function passed(date, year) {
  const all = daysBetween(`${year}-09-01`, `${year + 1}-09-01`);
  return Math.min(1, Math.max(0, daysBetween(`${year}-09-01`, date) / all));
}

/**
 * How wide a text is, near enough to keep texts apart: PT Sans at 16 px.
 *
 * @param {string} bold
 * @param {string} plain
 */
export function textWidth(bold, plain) {
  return bold.length * 8.9 + plain.length * 8.2 + (bold && plain ? 4 : 0);
}

/**
 * Puts each mark's text beside its sign, right of it where there is room, else left, else in a row further
 * from the band. No two texts lie upon each other.
 *
 * @template {Mark} M
 * @param {M[]} marks
 * @param {number} year
 * @param {number} width of the picture
 * @param {{row: number, from: number, to: number}[]} [taken] places that are not free
 * @returns {{placed: (M & Placed)[], rows: number}}
 */
export function place(marks, year, width, taken = []) {
  const busy = [...taken];
  const free = (/** @type {number} */ row, /** @type {number} */ from, /** @type {number} */ to) =>
    busy.every((label) => label.row !== row || to + AIR <= label.from || label.to + AIR <= from);
  const inOrder = [...marks].sort((a, b) => a.date.localeCompare(b.date));
  const spots = inOrder.map((mark) =>
    Math.min(width - 8, Math.max(8, passed(mark.date, year) * width)),
  );
  // The signs of the first row are places that no text may cover.
  const signs = spots.map((x) => ({ from: x - 8, to: x + 8 }));
  const placed = inOrder.map((mark, at) => {
    const x = spots[at] ?? 0;
    const long = Math.max(textWidth(mark.name, mark.text), textWidth("", mark.more ?? ""));
    for (let row = 0; ; row += 1) {
      for (const side of /** @type {const} */ (["start", "end"])) {
        const from = side === "start" ? x + GAP : x - GAP - long;
        const to = from + long;
        const inside = from >= 0 && to <= width;
        const covers = signs.some(
          (sign, other) => other !== at && sign.from < to && from < sign.to,
        );
        // In a very narrow picture nothing is wholly inside; the last rows take what does not fit.
        if ((inside || row > 8) && !(row === 0 && covers) && free(row, from, to)) {
          busy.push({ row, from: Math.min(from, x - 8), to: Math.max(to, x + 8) });
          return { ...mark, x, row, side };
        }
      }
    }
  });
  return { placed, rows: Math.max(0, ...placed.map((label) => label.row + 1)) };
}
