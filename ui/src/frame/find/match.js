/**
 * A text as it is compared: small letters, «е» for «ё», a plain space for one that does not break. It stays as
 * long as it was, so that a place in it is the place in the text.
 *
 * @param {string} text
 */
export function folded(text) {
  let all = "";
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const small = sign.toLowerCase();
    if (small === "ё") all += "е";
    else if (sign === "\u00a0" || sign === "\n") all += " ";
    else all += small.length === 1 ? small : sign;
  }
  return all;
}

/**
 * Where a typed text stands in another: any part of it, as in every program that finds.
 *
 * @param {string} text
 * @param {string} typed
 * @returns {[number, number][]} beginnings and ends
 */
export function placesOfText(text, typed) {
  const wanted = folded(typed.trim());
  if (!wanted) return [];
  const all = folded(text);
  /** @type {[number, number][]} */
  const found = [];
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length)) {
    found.push([at, at + wanted.length]);
  }
  return found;
}

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Where whole words stand in a text: the search has found them, by their stem or by their beginning.
 *
 * @param {string} text
 * @param {string[]} words
 * @returns {[number, number][]}
 */
export function placesOfWords(text, words) {
  const isLetter = (/** @type {number} */ at) => LETTER.test(text.charAt(at));
  return words
    .flatMap((word) => placesOfText(text, word))
    .filter(([from, to]) => !isLetter(from - 1) && !isLetter(to))
    .sort((a, b) => a[0] - b[0]);
}
