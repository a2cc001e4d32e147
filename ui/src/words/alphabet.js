/*
 * The order of a dictionary: letters of either case are one, «ё» stands with «е» and only after it where nothing else
 * differs, a double surname stands after the simple one, other signs only divide words. The rule of the papers
 * (`alphabetical`), held to the same table of cases.
 */

/**
 * @param {string} text
 * @returns {[string, string]}
 */
function keys(text) {
  const exact = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean)
    .join(" ");
  return [exact.replaceAll("ё", "е"), exact];
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
