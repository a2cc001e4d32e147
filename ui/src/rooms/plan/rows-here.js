/** @import {Plan} from "../../api/types/records" */
/** @import {Line, Wanted} from "./choosing.js" */
import { signal } from "@preact/signals";

import { derivedOf } from "../../state/derived.js";
import { today } from "../../state/file.js";
import { oneOf } from "../../state/records.js";
import { alphabetical } from "../../words/alphabet.js";
import { calledOn, factsOn, folded } from "../../words/people.js";
import { ALL } from "./choosing.js";
import { namedIn, wordsToChoose } from "../../features/answering/who.js";
import { rowsOfPlan } from "../../features/plan-here/plan-here.js";
import { standing, termOf } from "../../features/plan-here/standing.js";

/** @typedef {"direction" | "section" | "month" | "year"} View */

/** How the plan is looked at, and what of it. Both stay while a row is opened and left again. */
export const view = signal(/** @type {View} */ ("direction"));
export const wanted = signal(ALL);

/**
 * How the rows of a plan are put in order on paper: as they are looked at. A plan without sections of its own has none to
 * be put under.
 *
 * @param {Plan} plan
 * @returns {"direction" | "section" | "month"}
 */
export function orderHere({ sections }) {
  if (view.value === "month") return "month";
  return view.value === "section" && sections.length > 0 ? "section" : "direction";
}

/** @param {Partial<Wanted>} what */
export const want = (what) => (wanted.value = { ...wanted.value, ...what });

/**
 * The rows of a plan with what they are looked for by. A name is put together once, however many rows it
 * stands in.
 *
 * @param {Plan} plan
 * @returns {Line[]}
 */
export function linesOf(plan) {
  const on = today.value;
  /** @type {Map<string, {name: string, organisation: string}>} */
  const known = new Map();
  const person = (/** @type {string} */ id) => {
    const seen = known.get(id);
    if (seen) return seen;
    const record = oneOf("person", id);
    const facts = record && factsOn(record, on);
    const found = {
      name: record ? calledOn(record, on) : "нет в составе",
      organisation: facts?.organisation ?? "",
    };
    known.set(id, found);
    return found;
  };
  const sections = new Map(plan.sections.map(({ id, name }) => [id, name]));
  const tasks = new Map(plan.tasks.map(({ id, text }) => [id, text]));
  return rowsOfPlan(plan).map((activity) => {
    const answer = activity.responsible.map(person);
    const people = [...answer.map((one) => one.name), ...namedIn(activity.responsible_in_words)];
    const organisations = [
      ...new Set([...activity.organisations, ...answer.map((one) => one.organisation)]),
    ].filter(Boolean);
    const term = termOf(activity.id);
    return {
      activity,
      people,
      organisations,
      standing: standing(activity.id),
      term,
      byPlan: derivedOf("activity", activity.id)?.by_plan ?? "",
      words: folded(
        [
          activity.text,
          activity.form,
          activity.goal,
          activity.time,
          activity.venue,
          sections.get(activity.section ?? "") ?? "",
          tasks.get(activity.task ?? "") ?? "",
          activity.expected,
          activity.participants,
          ...people,
          ...organisations.map(organisationName),
          term?.words ?? "",
          activity.mark?.result ?? "",
          activity.mark?.reason ?? "",
        ].join(" "),
      ),
    };
  });
}

/** @param {string} id */
export function organisationName(id) {
  const found = oneOf("organisation", id);
  return found ? found.short_name || found.name : "организация удалена";
}

/**
 * What can be chosen in the filters: only what occurs.
 *
 * @param {Line[]} lines
 */
export function occurring(lines) {
  /** @param {[string, string][]} found */
  const options = (found) =>
    [...new Map(found)]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => alphabetical(a.label, b.label));
  return {
    people: [
      ...options(
        lines.flatMap(({ activity, people }) =>
          activity.responsible.map((id, at) => [id, people[at] ?? ""]),
        ),
      ),
      ...wordsToChoose(lines.map(({ activity }) => activity.responsible_in_words)),
    ],
    organisations: options(
      [...new Set(lines.flatMap((line) => line.organisations))].map((id) => [
        id,
        organisationName(id),
      ]),
    ),
    states: options(lines.map(({ standing: { words } }) => [words, words])),
  };
}
