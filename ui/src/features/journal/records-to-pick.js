/** @import {Kind} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { KINDS } from "../../api/types/kinds.js";
import { year } from "../../state/file.js";
import { allOf } from "../../state/records.js";
import { longDate, NBSP, schoolYearName } from "../../words/dates.js";
import { newestFirst, yearOf } from "./declared.js";

/**
 * Records of a kind to choose from, by any word of their names: those of the school year that is looked at first.
 *
 * @param {Kind} kind
 * @param {string[]} chosen those that stand in the field, of whatever year
 * @returns {Someone[]}
 */
export function recordsToPick(kind, chosen) {
  const all = newestFirst(/** @type {any[]} */ (allOf(kind)));
  const here = all.filter(
    (record) => !dated(record) || yearHere(record) || chosen.includes(record.id),
  );
  return here.map((record) => ({
    id: record.id,
    name: record.text || record.title || record.topic || titleOf(kind, record),
    soft: softOf(record),
  }));
}

/** @param {any} record */
const dated = (record) => yearOfRecord(record) !== null;

/** @param {any} record */
const yearHere = (record) => yearOfRecord(record) === year.value;

/**
 * The school year of a record; that of a row is the year of its plan.
 *
 * @param {any} record
 */
function yearOfRecord(record) {
  const plan = record.plan && allOf("plan").find(({ id }) => id === record.plan);
  return plan ? plan.school_year : yearOf(record);
}

/** @param {Kind} kind @param {any} record */
function titleOf(kind, record) {
  const number = record.protocol?.number;
  if (number) return `протокол №${NBSP}${number} от ${longDate(record.date)}`;
  return record.date ? longDate(record.date) : KINDS[kind].words.unnamed;
}

/** @param {any} record */
function softOf(record) {
  if (record.plan) return record.direction;
  if (record.date) return longDate(record.date);
  return record.school_year ? schoolYearName(record.school_year) : "";
}
