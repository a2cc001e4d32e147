/** @import {Difficulty, Survey} from "../../api/types/records" */
import { alphabetical } from "../../words/alphabet.js";
import { monthName, shortDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";

/**
 * Surveys in the order in which they were held.
 *
 * @param {Survey[]} surveys
 */
export const inOrder = (surveys) =>
  [...surveys].sort((a, b) => a.held.localeCompare(b.held) || a.id.localeCompare(b.id));

/**
 * Difficulties that surveys count, in the order of their sheets: the first sheet leads.
 *
 * @param {Survey[]} surveys in order
 * @returns {string[]}
 */
export const difficultiesIn = (surveys) => [
  ...new Set(surveys.flatMap((survey) => survey.rows.map((row) => row.difficulty))),
];

/**
 * How many have a difficulty; none where the survey did not ask about it.
 *
 * @param {Survey} survey
 * @param {string} difficulty
 */
export const countIn = (survey, difficulty) =>
  survey.rows.find((row) => row.difficulty === difficulty)?.count ?? null;

/**
 * The rows of a survey with one count changed. They keep the order of the table, so that the next survey is
 * typed down the same list.
 *
 * @param {Survey} survey
 * @param {string} difficulty
 * @param {number | null} count none takes the row out
 * @param {string[]} order of the table
 */
export function rowsWith(survey, difficulty, count, order) {
  const rows = survey.rows.filter((row) => row.difficulty !== difficulty);
  if (count !== null) rows.push({ difficulty, count });
  const place = (/** @type {string} */ id) => {
    const at = order.indexOf(id);
    return at < 0 ? order.length : at;
  };
  return rows.sort((a, b) => place(a.difficulty) - place(b.difficulty));
}

/**
 * «октябрь», or with a year beside surveys of other years: a column of a table.
 *
 * @param {string} held
 * @param {boolean} [withYear]
 */
export function heldShort(held, withYear = false) {
  if (held.length < 7) return held;
  return withYear ? `${monthName(held)} ${held.slice(0, 4)}` : monthName(held);
}

/**
 * «17.10.2025, 11 анкет»
 *
 * @param {Survey} survey
 */
export function surveyWords({ held, asked, questionnaire }) {
  const when = held.length === 10 ? shortDate(held) : heldShort(held, true);
  if (asked > 0) return `${when}, ${counted(asked, "анкета", "анкеты", "анкет")}`;
  return questionnaire ? `${when}, посчитано по анкетам` : `${when}, число анкет не указано`;
}

/**
 * Difficulties known to the community that the table does not name, by their titles.
 *
 * @param {Difficulty[]} all
 * @param {string[]} shown
 */
export const othersOf = (all, shown) =>
  all.filter((one) => !shown.includes(one.id)).sort((a, b) => alphabetical(a.title, b.title));
