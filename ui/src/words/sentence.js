/**
 * A sentence of its own: it ends with a full stop, and with one only («Т. Т.», «в течение года…»).
 *
 * @param {string} text
 */
export function sentence(text) {
  const whole = text.trim();
  return /[.!?…][»“)]*$/u.test(whole) ? whole : `${whole}.`;
}

/**
 * With a capital first letter.
 *
 * @param {string} text
 */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * With a small first letter, to stand within a sentence. An abbreviation stays («ИОМ»).
 *
 * @param {string} text
 */
export const uncapitalised = (text) =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
