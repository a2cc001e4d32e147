/**
 * The points that a key of a row means: a digit of the keyboard's row or of its block, nothing for the key that clears
 * them.
 *
 * @param {string} code
 * @returns {number | null | undefined} undefined for a key that is none of these
 */
export function keyPoints(code) {
  const digit = /^(?:Digit|Numpad)([0-2])$/.exec(code)?.[1];
  if (digit !== undefined) return Number(digit);
  return code === "Delete" || code === "Backspace" ? null : undefined;
}
