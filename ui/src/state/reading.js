/** @import {Term} from "../api/types/records" */
/** @import {YearsAround} from "../api/types/findings" */
import { readDate, readTerm } from "../api/records.js";
import { Doubted } from "../words/doubted.js";
import { today, year } from "./file.js";

/*
 * Dates and terms typed into a form are read in the school year that is looked at: «5 сентября» is that of
 * its beginning. What lies far from it is doubted, and taken.
 */

/** What happens in the work of these years: meetings, marks, signatures. */
const NEAR = { before: 2, after: 2 };

/** Orders, courses, who joined when: much may be older. */
const OLD = { before: 60, after: 2 };

/** A row of a plan belongs to its year. */
const THIS_YEAR = { before: 0, after: 0 };

/** What was decided in spring is often due in autumn. */
const NEXT_TOO = { before: 0, after: 1 };

/**
 * @param {string} typed
 * @param {number} of the school year
 * @param {YearsAround} [around]
 * @returns {Promise<string | Doubted<string>>}
 */
export async function readDateIn(typed, of, around = NEAR) {
  const { date, doubt } = await readDate(typed, of, today.value, around);
  return doubt ? new Doubted(date, doubt) : date;
}

/**
 * The date of something that happens in these years.
 *
 * @param {string} typed
 */
export const readDateHere = (typed) => readDateIn(typed, year.value);

/**
 * The date of something that may be much older: an order, a course, a membership.
 *
 * @param {string} typed
 */
export const readOldDateHere = (typed) => readDateIn(typed, year.value, OLD);

/**
 * The term of a row of a plan.
 *
 * @param {string} typed
 * @param {number} of the school year
 */
export const readTermIn = (typed, of) => read(typed, of, THIS_YEAR);

/**
 * The term of what was decided at a meeting.
 *
 * @param {string} typed
 * @param {number} [of]
 */
export const readTermHere = (typed, of = year.value) => read(typed, of, NEXT_TOO);

/**
 * @param {string} typed
 * @param {number} of
 * @param {YearsAround} around
 * @returns {Promise<Term | Doubted<Term> | null>}
 */
async function read(typed, of, around) {
  const { term, doubt } = await readTerm(typed, of, around);
  return term && doubt ? new Doubted(term, doubt) : term;
}
