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
 * Where a typed text stands in another, to the letter.
 *
 * @param {string} text
 * @param {string} typed
 * @returns {[number, number][]} beginnings and ends
 */
export function exactly(text, typed) {
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

/**
 * Where the marked pieces of a text stand in it.
 *
 * @param {[string, boolean][]} pieces
 * @returns {[number, number][]}
 */
export function marked(pieces) {
  let at = 0;
  return pieces.flatMap(([piece, found]) => {
    const from = at;
    at += piece.length;
    return found ? [/** @type {[number, number]} */ ([from, at])] : [];
  });
}

/**
 * Places in each of the texts: of the typed words in any of their forms; of several words that stand somewhere as
 * they were typed, only there; of a part of a word, where nothing else is found.
 *
 * @param {string[]} texts
 * @param {string} typed
 * @param {[string, boolean][][]} forms the texts with the words marked as the search finds them
 * @returns {[number, number][][]}
 */
export function placesIn(texts, typed, forms) {
  const exact = texts.map((text) => exactly(text, typed));
  const words = forms.map(marked);
  const some = (/** @type {[number, number][][]} */ all) => all.some((hits) => hits.length > 0);
  const several = /\S\s+\S/.test(typed.trim());
  return (several && some(exact)) || !some(words) ? exact : words;
}
