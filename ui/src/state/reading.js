import { readDate, readTerm } from "../api/records.js";
import { year } from "./file.js";

/*
 * Dates and terms typed into a form are read in the school year that is looked at: «5 сентября» is that of
 * its beginning.
 */

/** @param {string} typed */
export const readDateHere = (typed) => readDate(typed, year.value);

/** @param {string} typed */
export const readTermHere = (typed) => readTerm(typed, year.value);
