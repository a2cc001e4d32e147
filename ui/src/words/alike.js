import { beginsIn, folded, wordsIn } from "./people.js";

/*
 * What is offered under a field while a name is typed: whatever holds the typed words, and names so near to what was
 * typed that they may be meant.
 */

/** Legal forms and kinds of schools, which people write or leave out as they like. */
const FORMS = new Set(
  "мбоу моу мкоу маоу мбу гбоу мбдоу мдоу огбоу обгу мбук сш сош оош нош ош школа средняя основная начальная общеобразовательная муниципальное бюджетное общеобразовательное учреждение имени им".split(
    " ",
  ),
);

/**
 * Whether two names mean one school, however its legal form and its quotation marks are written.
 *
 * @param {string} one
 * @param {string} other
 */
export function sameSchool(one, other) {
  const bare = (/** @type {string} */ name) => wordsIn(name).filter((word) => !FORMS.has(word));
  return bare(one).join(" ") === bare(other).join(" ");
}

/** @typedef {{name: string, full?: string | undefined}} Named */

/** @param {Named} one */
const texts = ({ name, full }) => (full ? [name, full] : [name]);

/**
 * Those that hold every typed word, the nearest first: named just so, then by whole words («№ 3» before «№ 31»), then
 * by the first word («Олейник» before «Кузнецова Ольга»); otherwise in the order in which they came.
 *
 * @template {Named} T
 * @param {string} typed
 * @param {T[]} all
 * @returns {T[]}
 */
export function found(typed, all) {
  const words = wordsIn(typed);
  if (words.length === 0) return all;
  const far = (/** @type {T} */ one) =>
    Math.min(...texts(one).map((text) => distance(words, wordsIn(text))));
  return all
    .filter((one) => texts(one).some((text) => beginsIn(typed, text)))
    .map((one) => ({ one, far: far(one) }))
    .sort((a, b) => a.far - b.far)
    .map(({ one }) => one);
}

/**
 * @param {string[]} typed
 * @param {string[]} name
 */
function distance(typed, name) {
  if (typed.join(" ") === name.join(" ")) return 0;
  if (typed.every((word) => name.includes(word))) return 1;
  return name[0]?.startsWith(typed[0] ?? "") ? 2 : 3;
}

/**
 * Whether what was typed is the name itself, whatever its quotes, case and «ё».
 *
 * @param {string} typed
 * @param {Named} one
 */
export const isNamed = (typed, one) =>
  texts(one).some(
    (text) =>
      folded(text) === folded(typed) || wordsIn(text).join(" ") === wordsIn(typed).join(" "),
  );

/**
 * Those that are almost what was typed: the same words without «МБОУ», or with a letter or two amiss. A number that
 * differs is another school.
 *
 * @template {Named} T
 * @param {string} typed
 * @param {T[]} all
 * @returns {T[]}
 */
export const alike = (typed, all) =>
  all.filter((one) => texts(one).some((text) => near(bare(typed), bare(text))));

/** @param {string} text */
function bare(text) {
  const words = wordsIn(text);
  const own = words.filter((word) => !FORMS.has(word));
  return own.length > 0 ? own : words;
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function near(one, other) {
  return (
    one.length === other.length &&
    one.length > 0 &&
    one.every((word, at) => nearWord(word, other[at] ?? ""))
  );
}

/**
 * @param {string} one
 * @param {string} other
 */
function nearWord(one, other) {
  if (one === other) return true;
  const least = Math.min(one.length, other.length);
  if (least < 5 || /\d/.test(one + other)) return false;
  return mistakes(one, other) <= (least < 9 ? 1 : 2);
}

/**
 * How many letters were left out, added, changed or swapped (Damerau and Levenshtein).
 *
 * @param {string} one
 * @param {string} other
 */
function mistakes(one, other) {
  const from = [...one];
  const to = [...other];
  /** @type {number[][]} */
  const table = [to.map((_, at) => at)];
  table[0]?.push(to.length);
  const cell = (/** @type {number} */ row, /** @type {number} */ at) => table[row]?.[at] ?? 0;
  for (let row = 1; row <= from.length; row += 1) {
    table[row] = [row];
    for (let at = 1; at <= to.length; at += 1) {
      const same = from[row - 1] === to[at - 1];
      let least = Math.min(
        cell(row - 1, at) + 1,
        cell(row, at - 1) + 1,
        cell(row - 1, at - 1) + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1];
      if (row > 1 && at > 1 && swapped) least = Math.min(least, cell(row - 2, at - 2) + 1);
      table[row]?.push(least);
    }
  }
  return cell(from.length, to.length);
}
