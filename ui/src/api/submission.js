/** @import {Submission} from "./types/records" */
import { call } from "./call.js";

/**
 * Marks papers as handed over. The text of each is kept as it stood on that day and does not change from then on.
 *
 * @param {Submission} mark
 * @param {number | null} seen its revision on the screen; none for a new mark
 */
export const submit = (mark, seen) => call("submit", { mark, seen });

/**
 * Begins a new version of a report that was handed over, or goes back to the handed-over one.
 *
 * @param {string} submission
 * @param {boolean} reopened
 * @param {number} seen
 */
export const reopenReport = (submission, reopened, seen) =>
  call("reopen_report", { submission, reopened, seen });

/**
 * How the report of a year stands to what was handed over; nothing where its text was not kept.
 *
 * @param {string} community
 * @param {number} year
 * @param {string} on
 */
export const reportStanding = (community, year, on) =>
  call("report_standing", { community, year, on });
