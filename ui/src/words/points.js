/*
 * A pasted text taken apart into points: «1. …», «1) …», «1.1. …», «а) …», «– …», «• …». Lines that a file or a paper has
 * broken are joined again. Numbers must follow one another, so that a date or an initial at the beginning of a line is
 * no number.
 */

const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя";
const LATIN = "abcdefghijklmnopqrstuvwxyz";

/** So many numbers may be missing between two points of one list. */
const GAP = 3;

/**
 * @typedef {object} Mark what stands before a point
 * @property {"number" | "deep" | "letter" | "bullet"} style
 * @property {number} at its place in the order; nothing follows from it for a bullet
 * @property {string} under «1.» of «1.2.»
 * @property {string} rest the words after it
 */

/**
 * @param {string} line
 * @returns {Mark | null}
 */
function markOf(line) {
  const number = /^(\d{1,2})\s?[.)]\s*(?=[^\d\s.,)])(.+)$/.exec(line);
  if (number) return mark("number", Number(number[1]), "", number[2]);
  const deep = /^((?:\d{1,2}\.)+)(\d{1,2})[.)]?\s+(?=[^\d\s])(.+)$/.exec(line);
  // «1.09 состоится»: a month, not the ninth point.
  if (deep && !/^0/.test(deep[2] ?? ""))
    return mark("deep", Number(deep[2]), deep[1] ?? "", deep[3]);
  const letter = /^([а-яёa-z])\)\s*(\S.*)$/i.exec(line);
  if (letter) {
    const small = (letter[1] ?? "").toLowerCase();
    const at = Math.max(RUSSIAN.indexOf(small), LATIN.indexOf(small)) + 1;
    return at > 0 ? mark("letter", at, "", letter[2]) : null;
  }
  const bullet = /^(?:[•·●○▪■◦‣*\uf0b7\uf0a7§]\s*|[-–—−]\s+|[–—](?=\p{L}))(\S.*)$/u.exec(line);
  return bullet ? mark("bullet", 0, "", bullet[1]) : null;
}

/**
 * @param {Mark["style"]} style
 * @param {number} at
 * @param {string} under
 * @param {string | undefined} rest
 * @returns {Mark}
 */
const mark = (style, at, under, rest = "") => ({ style, at, under, rest: rest.trim() });

/**
 * Whether a mark goes on with the list.
 *
 * @param {Mark} next
 * @param {Mark | null} last
 */
function follows(next, last) {
  if (!last) return next.at <= 1;
  if (next.style !== last.style) return false;
  if (next.style === "bullet") return true;
  if (next.under !== last.under) return next.at === 1;
  return next.at > last.at && next.at <= last.at + GAP;
}

/** Words over a list that stand on the paper anyway. */
const OVER =
  /^(решили|постановили|решение|рекомендовать|повестка(\s+дня)?|слушали|вопросы(\s+повестки)?)\s*:?$/i;

/**
 * The points of a list. Nothing, where the text is no list of at least two.
 *
 * @param {string} text
 * @returns {string[] | null} words that stand over the list are its first point, save those of a protocol itself
 */
export function pointsOf(text) {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[\t\u00a0 ]+/g, (space) => (space === "\u00a0" ? space : " ")))
    .map((line) => line.trim());
  const full = lines.filter(Boolean);
  const list = full.length === 1 ? withinLine(full[0] ?? "") : full;
  /** @type {string[]} */
  const points = [];
  /** @type {Mark | null} */
  let last = null;
  let count = 0;
  for (const line of list) {
    const found = markOf(line);
    if (found && follows(found, last)) {
      points.push(found.rest);
      last = found;
      count += 1;
    } else if (points.length === 0) {
      if (!OVER.test(line)) points.push(line);
    } else points.push(joined(points.pop() ?? "", line));
  }
  return count >= 2 ? points : null;
}

/**
 * «1. Изучить опыт. 2. Провести срез.» in one line is a list too.
 *
 * @param {string} line
 */
function withinLine(line) {
  if (!/^1\s?[.)]\s*\p{L}/u.test(line)) return [line];
  let from = 0;
  let number = 1;
  const parts = [];
  for (const found of line.matchAll(/[.;,:)»\s]\s*(\d{1,2})\s?[.)]\s*(?=[\p{Lu}«])/gu)) {
    const at = found.index + found[0].search(/\d/);
    if (at === 0 || Number(found[1]) !== number + 1) continue;
    parts.push(line.slice(from, at).trim());
    from = at;
    number += 1;
  }
  return [...parts, line.slice(from)];
}

/**
 * A line that goes on: the next words of a broken sentence, or a line of its own.
 *
 * @param {string} before
 * @param {string} line
 */
function joined(before, line) {
  if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
  const ended = /[.!?;:…]$/.test(before);
  const begins = markOf(line) !== null || (ended && /^[\p{Lu}«\d]/u.test(line));
  return `${before}${begins ? "\n" : " "}${line}`;
}

/**
 * Lines of a text without any marks, where each may be a point of its own: it begins like a sentence.
 *
 * @param {string} text
 * @returns {string[] | null}
 */
export function linesOf(text) {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.length >= 2 && lines.every((line) => /^[\p{Lu}«\d]/u.test(line)) ? lines : null;
}

/**
 * A table copied from Word or Excel as lines, its columns parted by a dash: a protocol keeps words, not cells.
 *
 * @param {string} text
 * @returns {string | null} nothing, where the text is no table
 */
export function tableAsLines(text) {
  const rows = text.replace(/\s+$/, "").split(/\r\n?|\n/);
  const cells = rows.map((row) =>
    row
      .split("\t")
      .map((cell) => cell.trim())
      .filter(Boolean),
  );
  const isTable = cells.some((row) => row.length >= 2 && !markOf(row.join(" ")));
  if (!isTable || !text.includes("\t")) return null;
  return cells
    .map((row) => row.join("\u00a0— "))
    .filter(Boolean)
    .join("\n");
}
