/** @import {PlacedDecision} from "../../features/assignments/assignments.js" */
/** @import {Line, Wanted} from "./choosing.js" */
import { computed, signal } from "@preact/signals";

import { file, today } from "../../state/file.js";
import { oneOf } from "../../state/records.js";
import { alphabetical } from "../../words/alphabet.js";
import { schoolYearName } from "../../words/dates.js";
import { factsOn, folded } from "../../words/people.js";
import {
  decisionsHere,
  personName,
  protocolName,
} from "../../features/assignments/decisions-here.js";
import { namedIn, wordsToChoose } from "../../features/answering/who.js";
import { WAITING } from "./choosing.js";

/** Assignments and recommendations with what they are looked for by. */
const lines = computed(() => {
  /** @type {Map<string, string>} */
  const names = new Map();
  const nameOf = (/** @type {string} */ id) => {
    const known = names.get(id) ?? personName(id);
    names.set(id, known);
    return known;
  };
  return decisionsHere.value
    .filter((decision) => decision.decision.kind !== "resolution")
    .map((placed) => lineOf(placed, nameOf));
});

export const assignments = computed(() =>
  lines.value.filter((line) => line.placed.decision.kind === "assignment"),
);
export const recommendations = computed(() =>
  lines.value.filter((line) => line.placed.decision.kind === "recommendation"),
);

/**
 * @param {PlacedDecision} placed
 * @param {(id: string) => string} nameOf
 * @returns {Line}
 */
function lineOf(placed, nameOf) {
  const { meeting, decision, number } = placed;
  const people = [...decision.responsible.map(nameOf), ...namedIn(decision.responsible_in_words)];
  // An assignment stays with the school where the person worked when it was given.
  const places = decision.responsible.map((id) => {
    const person = oneOf("person", id);
    return person && factsOn(person, meeting.date)?.organisation;
  });
  const organisations = [
    ...new Set([decision.addressee, ...places].flatMap((id) => (id ? [id] : []))),
  ];
  const words = folded(
    [
      decision.text,
      ...people,
      ...organisations.map(organisationName),
      decision.mark?.result ?? "",
      decision.mark?.reason ?? "",
      ...decision.moves.map((move) => move.reason),
      `${protocolName(meeting)} п. ${number}`,
    ].join(" "),
  );
  return { placed, people, organisations, words };
}

/** @param {string} id */
export function organisationName(id) {
  const found = oneOf("organisation", id);
  return found ? found.short_name || found.name : "организация удалена";
}

/**
 * What can be chosen in the filters: only what occurs.
 *
 * @param {(line: Line) => string[]} keys
 * @param {(key: string) => string} name
 */
function options(keys, name) {
  const all = new Set([...assignments.value, ...recommendations.value].flatMap(keys));
  return [...all].map((value) => ({ value, label: name(value) }));
}

/** @param {{value: string, label: string}[]} list */
const byLabel = (list) => list.sort((a, b) => alphabetical(a.label, b.label));

export const people = computed(() => [
  ...byLabel(options((one) => one.placed.decision.responsible, personName)),
  ...wordsToChoose(
    [...assignments.value, ...recommendations.value].map(
      (one) => one.placed.decision.responsible_in_words,
    ),
  ),
]);
export const organisations = computed(() =>
  byLabel(options((one) => one.organisations, organisationName)),
);
export const schoolYears = computed(() =>
  options(
    (one) => [String(one.placed.meeting.school_year)],
    (value) => schoolYearName(Number(value)),
  ).sort((a, b) => Number(b.value) - Number(a.value)),
);

const kept = signal({ path: "", wanted: WAITING });

/** What was chosen, kept while one looks into a protocol and comes back; another file begins anew. */
export const wanted = computed(() => (kept.value.path === place() ? kept.value.wanted : WAITING));

/** @param {Partial<Wanted>} part */
export function want(part) {
  kept.value = { path: place(), wanted: { ...wanted.value, ...part } };
}

const place = () => `${file.value?.path ?? ""} ${today.value}`;
