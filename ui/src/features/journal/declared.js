/*
 * What a kind declares of its fields, and what follows for the form and the list of a journal.
 */

import { schoolYearOf } from "../../words/dates.js";

/**
 * @typedef {{is: "choice", of: readonly (readonly [string, string])[]} | {is: "record" | "records", of: string}
 *   | {is: "line" | "text" | "number" | "tick" | "day" | "partial_date" | "term" | "school_year" | "person" | "people"
 *     | "speaker" | "hidden"}} Form what stands in a field
 *
 * @typedef {object} Declared a field as its kind declares it
 * @property {string} key
 * @property {string} label
 * @property {Form} form
 * @property {number} span columns of twelve
 * @property {string} required what is said where it is left empty; empty for a field that may be
 * @property {string} hint
 */

/**
 * Those that a person is shown, in the order of the form.
 *
 * @param {readonly Declared[]} fields
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
