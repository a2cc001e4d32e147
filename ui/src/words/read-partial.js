/** @import {Doubted} from "./doubted.js" */
import { monthName, monthsOf } from "./dates.js";
import { folded } from "./people.js";

/**
 * A date of which perhaps only the year or the month is known: «2024», «октябрь», «май 2026», or a day typed
 * in any way. A month without a year is that of the school year.
 *
 * @param {string} typed
 * @param {number} year the school year that is looked at
 * @param {(typed: string) => Promise<string | Doubted<string>>} readDate
 * @returns {Promise<string | Doubted<string>>}
 */
export async function readPartial(typed, year, readDate) {
  const alone = /^\s*((?:19|20)\d\d)\s*(г\.?|год)?\s*$/.exec(typed)?.[1];
  if (alone) return alone;
  const [, word = "", of] =
    /^([а-я]+)(?: ((?:19|20)\d\d)( ?г\.?| год)?)?$/.exec(folded(typed)) ?? [];
  const month = monthsOf(year).find((candidate) => word && folded(monthName(candidate)) === word);
  if (month) return of ? `${of}${month.slice(4)}` : month;
  return readDate(typed);
}
