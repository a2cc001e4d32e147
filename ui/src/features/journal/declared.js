/** @import {Field, Kind} from "../../api/types/records" */
import { KINDS } from "../../api/types/kinds.js";
import { schoolYearOf } from "../../words/dates.js";

/*
 * What a kind declares of its fields, and what follows for the form and the list of a journal.
 */

/**
 * Those that a person is shown, in the order of the form.
 *
 * @param {readonly Field[]} fields
 */
export const shownOf = (fields) => fields.filter((field) => field.form.is !== "hidden");

/**
 * The words of a choice as they stand in a list: each begins with a capital.
 *
 * @param {readonly (readonly [string, string])[]} words each with its word in open data before it
 */
export const optionsOf = (words) =>
  words.map(([value, word]) => ({
    value,
    label: word.charAt(0).toUpperCase() + word.slice(1),
  }));

/**
 * The words of a field of choices of a kind.
 *
 * @param {Kind} kind
 * @param {string} key
 */
export function choicesOf(kind, key) {
  const form = KINDS[kind].fields.find((field) => field.key === key)?.form;
  return form?.is === "choice" ? optionsOf(form.of) : [];
}

/**
 * Whether quotes and hyphens stay in the field as they are typed: «39/1-о».
 *
 * @param {string} key
 */
export const isNumberOfPaper = (key) => key === "number" || key === "incoming";

/** @typedef {{id: string, date?: string, school_year?: number | null}} Listed what the list of a journal looks at */

/**
 * Records of a journal, newest first. Identifiers are made in the order of time.
 *
 * @template {Listed} T
 * @param {readonly T[]} records
 * @returns {T[]}
 */
export const newestFirst = (records) =>
  [...records].sort(
    (a, b) => (b.date ?? "").localeCompare(a.date ?? "") || b.id.localeCompare(a.id),
  );

/**
 * The school year to which a record of a journal belongs: the one that it carries, or that of its day.
 *
 * @param {Listed} record
 * @returns {number | null}
 */
export const yearOf = ({ school_year, date }) => school_year ?? (date ? schoolYearOf(date) : null);
