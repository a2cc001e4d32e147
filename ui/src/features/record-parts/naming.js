/** @import {Activity, AgendaItem} from "../../api/types/records" */
import { allOf, allSaved } from "../../state/records.js";
import { change } from "./change.js";

/*
 * Rows of a plan name their task, their section and the decisions that prove them, meetings name the row of the plan that they
 * answer. Where such a part goes, the program lets it go from whatever names it, in the same operation. Here it is
 * noted who did, for those who bring the part back.
 */

/**
 * Rows and meetings that name some of the parts, as they are before the parts go.
 *
 * @param {string[]} parts
 */
export function namingOf(parts) {
  const rows = allOf("activity").filter((activity) => rowNames(activity, parts));
  const meetings = allOf("meeting").filter(({ planned }) => planned && parts.includes(planned));
  return {
    count: rows.length + meetings.length,
    /** Names the parts again, once they are back on the disk. */
    async again() {
      if (rows.length + meetings.length === 0) return;
      await allSaved();
      for (const row of rows) change("activity", row.id, (now) => rowAgain(now, row, parts));
      for (const { id, planned } of meetings) {
        change("meeting", id, (now) => ({ planned: now.planned ?? planned }));
      }
    },
  };
}

/**
 * @param {Pick<Activity, "task" | "section" | "decisions">} row
 * @param {string[]} parts
 */
export const rowNames = ({ task, section, decisions }, parts) =>
  [task, section].some((part) => part !== null && parts.includes(part)) ||
  decisions.some((decision) => parts.includes(decision));

/**
 * What a row named of the parts before they went, beside what it names now: a task or a section that was chosen
 * meanwhile stays.
 *
 * @param {Pick<Activity, "task" | "section" | "decisions">} now
 * @param {Pick<Activity, "task" | "section" | "decisions">} before
 * @param {string[]} parts
 * @returns {Pick<Activity, "task" | "section" | "decisions">}
 */
export function rowAgain(now, before, parts) {
  const back = before.decisions.filter(
    (one) => parts.includes(one) && !now.decisions.includes(one),
  );
  const gone = (/** @type {string | null} */ part) =>
    part !== null && parts.includes(part) ? part : null;
  return {
    task: now.task ?? gone(before.task),
    section: now.section ?? gone(before.section),
    decisions: [...now.decisions, ...back],
  };
}

/**
 * The parts of questions that rows may name.
 *
 * @param {AgendaItem[]} items
 */
export const decisionIds = (items) =>
  items.flatMap(({ decisions }) => decisions.map(({ id }) => id));
