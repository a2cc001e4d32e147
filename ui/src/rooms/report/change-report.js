/** @import {Report} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { asRefusal } from "../../api/error-view.js";
import { notify } from "../../state/messages.js";
import { allOf, saveRecord } from "../../state/records.js";

/** @param {number} year */
export const reportOf = (year) =>
  allOf("report").find((report) => report.school_year === year) ?? null;

/** Identifiers that were asked for, by community and year: two quick letters must not make two reports. */
const asked = /** @type {Map<string, Promise<string[]>>} */ (new Map());

/**
 * Changes the report of a year; the record is made with the first change.
 *
 * @param {string} community
 * @param {number} year
 * @param {(report: Report) => Report} change
 */
export async function changeReport(community, year, change) {
  const kept = reportOf(year);
  if (kept) return saveRecord({ kind: "report", record: change(kept) });
  const key = `${community} ${year}`;
  const ids = asked.get(key) ?? newIds(1);
  asked.set(key, ids);
  try {
    const [id = ""] = await ids;
    /** @type {Report} */
    const blank = { id, community, school_year: year, added: [], prose: {}, tables: {} };
    saveRecord({ kind: "report", record: change(reportOf(year) ?? blank) });
  } catch (thrown) {
    notify({ text: asRefusal(thrown).message });
  } finally {
    asked.delete(key);
  }
}
