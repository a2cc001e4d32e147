import { today } from "../../../state/file.js";
import { readDateHere } from "../../../state/reading.js";
import { longDate } from "../../../words/dates.js";

/**
 * What РИМК has taken was taken on some day up to today.
 *
 * @param {string} typed
 */
export async function readPastDate(typed) {
  const date = await readDateHere(typed);
  if (date && date > today.value) {
    throw new Error(`${longDate(date)} ещё не наступило. Укажите день, когда РИМК принял бумаги.`);
  }
  return date;
}
