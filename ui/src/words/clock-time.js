/*
 * A time of day as people type it. The program reads it by the same table of cases.
 */

const SAID =
  /^(в\s+)?[\d\s.:–—-]*((ч|час|часа|часов|м|мин|минут|минута|минуты)\.?[\d\s.:–—-]*)*$/iu;

/**
 * «14.00», «14-30», «1430», «14», «9 часов 30 минут» → «14:00».
 *
 * @param {string} typed
 * @returns {string | null} none where the text is no time
 */
export function clockTime(typed) {
  const text = typed.trim().toLowerCase();
  if (!text || !SAID.test(text)) return null;
  const numbers = text.match(/\d+/g) ?? [];
  const [first = "", second = "00"] = numbers;
  if (numbers.length === 1 && first.length > 2) {
    return first.length > 4 ? null : joined(first.slice(0, -2), first.slice(-2));
  }
  if (numbers.length === 0 || numbers.length > 2 || first.length > 2 || second.length !== 2)
    return null;
  return joined(first, second);
}

/**
 * @param {string} hour
 * @param {string} minute
 */
function joined(hour, minute) {
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, "0")}:${minute}` : null;
}

/**
 * «начало в 14:00, окончание в 15:30»
 *
 * @param {{begins: string | null, ends: string | null}} meeting
 */
export const timeInWords = ({ begins, ends }) =>
  [begins && `начало в${"\u00a0"}${begins}`, ends && `окончание в${"\u00a0"}${ends}`]
    .filter(Boolean)
    .join(", ");
