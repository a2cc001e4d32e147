import { today } from "../../state/file.js";
import { readDateHere } from "../../state/reading.js";
import { longDate } from "../../words/dates.js";
import { taken } from "../../words/doubted.js";

/**
 * What РИМК has taken was taken on some day up to today.
 *
 * @param {string} typed
 */
export async function readPastDate(typed) {
  const answer = await readDateHere(typed);
  const date = taken(answer).value;
  if (date > today.value) {
    throw new Error(`${longDate(date)} ещё не наступило. Укажите день, когда РИМК принял бумаги.`);
  }
  return answer;
}
