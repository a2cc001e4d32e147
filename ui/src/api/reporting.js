/** @import {ReportSection} from "./types/records" */
import { call } from "./call.js";

/**
 * The figures of a report, each with the records behind it.
 *
 * @param {string} community
 * @param {number} year
 * @param {string} on
 */
export const reportFigures = (community, year, on) =>
  call("report_figures", { community, year, on });

/**
 * The sections for which the records of a year say something, whether they are chosen or not.
 *
 * @param {string} community
 * @param {number} year
 * @param {string} on
 */
export const filledSections = (community, year, on) =>
  call("filled_sections", { community, year, on });

/**
 * A few sentences for a section; empty where the records say nothing of it.
 *
 * @param {string} community
 * @param {number} year
 * @param {ReportSection} section
 * @param {string} on
 */
export const reportProse = (community, year, section, on) =>
  call("report_prose", { community, year, section, on });

/**
 * What is empty or contradictory before the report is handed over.
 *
 * @param {string} community
 * @param {number} year
 * @param {string} on
 */
export const leftOver = (community, year, on) => call("left_over", { community, year, on });

/**
 * Rows proposed for the plan of a year, of what the year before left. The most pressing stand first, and each says
 * where it comes from. What the plan has already is not proposed again.
 *
 * @param {string} community
 * @param {number} year the year of the new plan: 2026 for 2026/2027
 */
export const planProposals = (community, year) => call("plan_proposals", { community, year });

/**
 * Takes proposals into the plan of a year in one operation; a preliminary plan is made where there is none.
 *
 * @param {string} community
 * @param {number} year the year of the new plan
 * @param {string[]} ids of the proposals
 * @returns the plan, where it was made, and the new rows
 */
export const takeProposals = (community, year, ids) =>
  call("take_proposals", { community, year, ids });
