/** @import {DerivedTerm} from "../../api/types/derived" */
/** @import {Activity, Direction, PlanSection} from "../../api/types/records" */
import { monthName, monthsOf } from "../../words/dates.js";
import { folded } from "../../words/people.js";
import { capital } from "../../words/sentence.js";
import { answersFor } from "../../features/answering/who.js";
import { DIRECTIONS, rowsOfSection } from "../../features/plan-here/rows.js";

/**
 * @typedef {object} Wanted what is to be shown; an empty string means «any»
 * @property {string} words
 * @property {string} person who answers: a person, or whoever is named in words
 * @property {string} organisation
 * @property {string} state a standing in its words: «выполнено», «предстоит»
 * @property {string} month
 *
 * @typedef {object} Line a row of the plan with what it is looked for by
 * @property {Activity} activity
 * @property {string[]} people names of those who answer for it, as on the screen, then whoever is named in words
 * @property {string[]} organisations that take part, and where those who answer for it work
 * @property {string} words all that can be found in it, folded
 * @property {ReturnType<typeof import("../../features/plan-here/standing.js").standing>} standing
 * @property {DerivedTerm | null} term in force
 * @property {string} byPlan the approved term, where it was transferred
 *
 * @typedef {object} Group rows under one heading
 * @property {string} id a direction, a section or a month
 * @property {string} title
 * @property {Direction | null} direction where a new row of the group belongs
 * @property {string | null} section under which a new row of the group belongs
 * @property {string} month empty where the group is none
 * @property {Line[]} lines
 */

/** @type {Wanted} */
export const ALL = { words: "", person: "", organisation: "", state: "", month: "" };

/**
 * @param {Line[]} lines
 * @param {Wanted} wanted
 */
export function chosen(lines, wanted) {
  const words = folded(wanted.words).split(" ").filter(Boolean);
  return lines.filter(
    ({ activity, organisations, words: own, standing, term }) =>
      (!wanted.person || answersFor(wanted.person, activity)) &&
      (!wanted.organisation || organisations.includes(wanted.organisation)) &&
      (!wanted.state || standing.words === wanted.state) &&
      (!wanted.month || term?.months.includes(wanted.month)) &&
      words.every((word) => own.includes(word)),
  );
}

/** @param {Wanted} wanted */
export const isNarrowed = ({ words, person, organisation, state }) =>
  Boolean(words.trim() || person || organisation || state);

/**
 * The seven directions in their order. One without a row stays, so that it is seen what the plan lacks.
 *
 * @param {Line[]} lines
 * @returns {Group[]}
 */
export function byDirection(lines) {
  /** @type {Map<Direction, Line[]>} */
  const sorted = new Map(DIRECTIONS.map(({ id }) => [id, []]));
  for (const line of lines) sorted.get(line.activity.direction)?.push(line);
  return DIRECTIONS.map(({ id, name }) => ({
    id,
    title: name,
    direction: id,
    section: null,
    month: "",
    lines: (sorted.get(id) ?? []).sort(inDirection),
  }));
}

/**
 * The plan's own sections in its order; what stands under none of them comes last, where there is any.
 *
 * @param {Line[]} lines
 * @param {PlanSection[]} sections
 * @returns {Group[]}
 */
export function bySection(lines, sections) {
  const rows = lines.map(({ activity }) => activity);
  const lineOf = new Map(lines.map((line) => [line.activity.id, line]));
  const under = (/** @type {string | null} */ section) =>
    rowsOfSection(rows, section).flatMap(({ id }) => lineOf.get(id) ?? []);
  /** @type {Group[]} */
  const groups = sections.map(({ id, name }) => ({
    id,
    title: name.trim() || "Раздел без названия",
    direction: null,
    section: id,
    month: "",
    lines: under(id),
  }));
  const rest = under(null);
  const none = { id: "none", title: "Вне разделов", direction: null, section: null, month: "" };
  return rest.length > 0 ? [...groups, { ...none, lines: rest }] : groups;
}

/**
 * The months of the year, September first; a row of several months stands in each. What has no month comes
 * last.
 *
 * @param {Line[]} lines
 * @param {number} year
 * @returns {Group[]}
 */
export function byMonth(lines, year) {
  /** @type {Map<string, Line[]>} */
  const sorted = new Map([...monthsOf(year), ""].map((month) => [month, []]));
  for (const line of lines) {
    const months = (line.term?.months ?? []).filter((one) => sorted.has(one));
    for (const month of months.length > 0 ? months : [""]) sorted.get(month)?.push(line);
  }
  return [...sorted]
    .filter(([month, own]) => month !== "" || own.length > 0)
    .map(([month, own]) => ({
      id: month || "none",
      title: month ? capital(`${monthName(month)} ${month.slice(0, 4)}`) : "Без месяца",
      direction: null,
      section: null,
      month,
      lines: own.sort(
        (a, b) =>
          (dayOf(a) || "9").localeCompare(dayOf(b) || "9") ||
          a.activity.direction.localeCompare(b.activity.direction) ||
          inDirection(a, b),
      ),
    }));
}

/** @param {Line} line */
function dayOf({ term: inForce }) {
  const term = inForce?.term;
  if (term?.form === "days") return term.from;
  return term?.form === "day" || term?.form === "until" ? term.date : "";
}

/**
 * The order of the paper.
 *
 * @param {Line} a
 * @param {Line} b
 */
function inDirection({ activity: a }, { activity: b }) {
  return a.place - b.place || (a.id < b.id ? -1 : Number(a.id > b.id));
}
