/** @import {Basis} from "./types/Basis" */
/** @import {HalfYear} from "./types/HalfYear" */
/** @import {Kind} from "./types/Kind" */
/** @import {Severity} from "./types/Severity" */
import { call } from "./call.js";

/**
 * @typedef {object} HalfYearState
 * @property {HalfYear} half
 * @property {string} due the last day of the half-year
 * @property {string | null} meeting the day of a meeting held in it
 *
 * @typedef {object} Open a decision that waits for its mark
 * @property {string} meeting identifier of the meeting
 * @property {number | null} protocol number of its protocol
 * @property {string} number «1.2»
 * @property {string} text
 * @property {string} responsible
 * @property {string | null} term in words
 * @property {string | null} due the last day
 * @property {boolean} overdue
 *
 * @typedef {object} FoundThing a finding with the record where it is mended
 * @property {Basis} basis
 * @property {string | null} clause
 * @property {Severity} severity
 * @property {string} message
 * @property {string} hint
 * @property {Kind | null} kind
 * @property {string | null} id
 *
 * @typedef {object} Deadline
 * @property {string} date
 * @property {string} what
 * @property {string | null} clause
 * @property {boolean} met
 *
 * @typedef {object} Overview
 * @property {number} school_year
 * @property {HalfYearState[]} half_years
 * @property {number[]} unsigned numbers of protocols without signatures
 * @property {Open[]} assignments
 * @property {Open[]} recommendations
 * @property {FoundThing[]} findings
 * @property {Deadline[]} deadlines
 */

/**
 * How the year stands on a day.
 *
 * @param {string} community
 * @param {string} on
 * @returns {Promise<Overview>}
 */
export const overview = (community, on) => call("overview", { community, on });
