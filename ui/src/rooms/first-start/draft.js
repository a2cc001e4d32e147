/** @import {FirstPerson, FirstSteps} from "../../api/types/views" */
import { signal } from "@preact/signals";

import { keepNote, noteOf } from "../../state/page-notes.js";
import { schoolYearOf } from "../../words/dates.js";

/*
 * What is typed at the first start. There is no record yet, so it is kept as a note: the program may be closed at any
 * step and opened again without a word lost.
 */

const KEY = "first-start";
const STEP = "first-start-step";

/** @returns {FirstPerson} */
export function nobody() {
  return {
    name: "",
    post: "",
    organisation: "",
    category: "not_applicable",
    works_since: null,
    leader: false,
    secretary: false,
  };
}

/**
 * @param {string} today
 * @returns {FirstSteps}
 */
export function emptyFirst(today) {
  // In August people prepare the year that begins in September.
  const year = today.slice(5, 7) === "08" ? schoolYearOf(today) + 1 : schoolYearOf(today);
  return {
    name: "",
    short_name: "",
    body: null,
    district: "",
    place: "",
    rimk_head: "",
    school_year: year,
    people: [{ ...nobody(), leader: true }, nobody()],
  };
}

/**
 * What was kept, laid over an empty form: a kept text of an older program may lack a field.
 *
 * @param {string | null} kept
 * @param {string} today
 * @returns {FirstSteps}
 */
export function readDraft(kept, today) {
  const empty = emptyFirst(today);
  if (!kept) return empty;
  try {
    const read = JSON.parse(kept);
    const people =
      Array.isArray(read.people) && read.people.length > 0 ? read.people : empty.people;
    return {
      ...empty,
      ...read,
      people: people.map((/** @type {Partial<FirstPerson>} */ one) => ({ ...nobody(), ...one })),
    };
  } catch {
    return empty;
  }
}

/**
 * What has to be mended before the community is made, by the field's id.
 *
 * @param {FirstSteps} first
 * @returns {{field: string, message: string, step: number}[]}
 */
export function mistakes(first) {
  const found = [];
  if (!first.name.trim()) {
    found.push({
      field: "first-name",
      message: "Впишите полное название, как в приказе",
      step: 1,
    });
  }
  if (!first.people[0]?.name.trim()) {
    found.push({
      field: "first-leader",
      message: "Впишите фамилию, имя и отчество руководителя",
      step: 1,
    });
  }
  return found;
}

/**
 * What is sent: rows without a name were left empty, and a missing short name is the full one.
 *
 * @param {FirstSteps} first
 * @returns {FirstSteps}
 */
export function ready(first) {
  return {
    ...first,
    short_name: first.short_name.trim() || first.name.trim(),
    people: first.people.filter((person) => person.name.trim()),
  };
}

export const draft = signal(emptyFirst("2000-01-01"));

/**
 * The form as it was left, or an empty one of today. Asked when the first start appears, since only then the
 * program has told the day.
 *
 * @param {string} today
 */
export function openDraft(today) {
  draft.value = readDraft(noteOf(KEY), today);
}

/** @param {Partial<FirstSteps>} change */
export function keep(change) {
  draft.value = { ...draft.value, ...change };
  keepNote(KEY, JSON.stringify(draft.value));
}

/**
 * @param {number} at
 * @param {Partial<FirstPerson>} change
 */
export function keepPerson(at, change) {
  keep({ people: draft.value.people.map((one, i) => (i === at ? { ...one, ...change } : one)) });
}

/** The step that was left. */
export function openStep() {
  const step = Number(noteOf(STEP));
  return step === 2 || step === 3 ? step : 1;
}

/** @param {number} step */
export const keepStep = (step) => keepNote(STEP, String(step));

/** The community is made: the next one begins with an empty form. */
export function forgetDraft() {
  keepNote(KEY, null);
  keepNote(STEP, null);
}
