/**
 * The right one of three forms: 1 день, 2 дня, 5 дней, 11 дней, 21 день.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} few
 * @param {string} many
 */
export function plural(count, one, few, many) {
  const tens = Math.abs(count) % 100;
  const ones = tens % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (ones === 1) return one;
  return ones >= 2 && ones <= 4 ? few : many;
}

/**
 * «2 дня», with a space that does not break.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} few
 * @param {string} many
 */
export function counted(count, one, few, many) {
  return `${count}\u00a0${plural(count, one, few, many)}`;
}

/**
 * «14,2 МБ»: size of a file as people call it.
 *
 * @param {number} bytes
 */
export function size(bytes) {
  const units = ["байт", "КБ", "МБ", "ГБ", "ТБ"];
  let at = 0;
  let left = bytes;
  while (left >= 1000 && at < units.length - 1) {
    left /= 1024;
    at += 1;
  }
  const shown = at === 0 || left >= 100 ? String(Math.round(left)) : left.toFixed(1);
  return `${shown.replace(/\.0$/, "").replace(".", ",")}\u00a0${units[at]}`;
}

/**
 * A whole number within its bounds.
 *
 * @param {string} typed
 * @param {number} least
 * @param {number} most
 */
export async function wholeNumber(typed, least, most) {
  const text = typed.trim();
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new Error(`Нужно целое число от ${least} до ${most}.`);
  }
  return number;
}

/**
 * «СШ № 3» is never parted after «№».
 *
 * @param {string} text
 */
export const tied = (text) => text.replace(/№ (?=\d)/g, "№\u00a0");

/**
 * The number of a paper as it stands after «№»: people write the sign and the kind of the paper into the field too,
 * «№ 39/1», «No 39», «вх. № 14». The rule of the papers (`document_number`), held to the same table of cases.
 *
 * @param {string} typed
 */
export function documentNumber(typed) {
  let rest = typed.trim();
  for (;;) {
    const shorter = rest.replace(KIND, "").replace(SIGN, "").trimStart();
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest.replace(/[\s.,;]+$/, "");
}
const KIND =
  /^(вх|исх|приказ|пр|протокол|номер|ном)(?!\p{L})(?=[.\s]+\d|[.\s]*([№#]|N[oо°º]?[.\s]*\d))[.\s]*/iu;
const SIGN = /^([№#]|N[oо°º]?[.\s]*(?=\d))/iu;

/**
 * «1.2»: the second point under the first question. While a protocol is written its points are numbered as they stand; of
 * what is kept the program says it.
 *
 * @param {number} question from 0
 * @param {number} at from 0
 */
export const pointNumber = (question, at) => `${question + 1}.${at + 1}`;
