/** @import {DayOfYear, FullName} from "../../api/types/records" */
import { dayAndMonth } from "../../words/dates.js";

/**
 * «Панина Елена Викторовна» or «Панина Е.В.» as a name. Everything after the given name is the patronymic,
 * since some have two words («Мамед оглы»).
 *
 * @param {string} typed
 * @returns {FullName}
 */
export function nameOf(typed) {
  const [surname = "", given = "", ...rest] = typed
    .replace(/\.(?=\S)/g, ". ")
    .trim()
    .split(/\s+/);
  return { surname, given, patronymic: rest.join(" ") };
}

/**
 * «15 сентября». The year of the date does not matter, only that it has a 29 February.
 *
 * @param {DayOfYear} day
 */
export const dayWords = ({ month, day }) =>
  dayAndMonth(`2024-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);

/**
 * @param {string} date
 * @returns {DayOfYear}
 */
export const dayOfYear = (date) => ({
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});
