/*
 * The order of a dictionary: letters of either case are one, «ё» stands with «е» and only after it where nothing else
 * differs, a double surname stands after the simple one, other signs only divide words. Numbers go by their size: «СШ № 2»
 * stands before «СШ № 10». The rule of the papers (`alphabetical`), held to the same table of cases.
 */

/** Numbers are made so long, so that letters compare them by their size. */
const LENGTH = 12;

/** What was compared already: a list is compared with itself many times over. @type {Map<string, [string, string]>} */
const known = new Map();
const MOST = 20_000;

/**
 * @param {string} text
 * @returns {[string, string]}
 */
function keys(text) {
  const before = known.get(text);
  if (before) return before;
  const exact = text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean)
    .join(" ")
    .replace(/\d+/g, (number) => number.padStart(LENGTH, "0"));
  if (known.size >= MOST) known.clear();
  /** @type {[string, string]} */
  const made = [exact.replaceAll("ё", "е"), exact];
  known.set(text, made);
  return made;
}

/**
 * Compares two names or titles.
 *
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
export function alphabetical(a, b) {
  const [first, firstExact] = keys(a);
  const [second, secondExact] = keys(b);
  return byUnits(first, second) || byUnits(firstExact, secondExact);
}

/** @param {string} a @param {string} b */
const byUnits = (a, b) => Number(a > b) - Number(a < b);
