import { schoolYearOf } from "./dates.js";
import { counted } from "./numbers.js";

/**
 * Years of work, counted by school years as on the paper: «24 года». For today the program says it with the record;
 * this is for another day. The rule of the papers (`PersonFacts::experience`), held to the same table of cases.
 *
 * @param {number | null} since
 * @param {string} on
 */
export function experience(since, on) {
  if (since === null) return "—";
  return counted(Math.max(0, schoolYearOf(on) - since), "год", "года", "лет");
}
