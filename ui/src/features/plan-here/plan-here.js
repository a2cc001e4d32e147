/** @import {Plan} from "../../api/types/records" */
import { today, year } from "../../state/file.js";
import { allOf, oneOf } from "../../state/records.js";
import { yearHere } from "../../state/years.js";

/**
 * The plan of the school year that is looked at; the one to be approved before a preliminary one.
 *
 * @returns {Plan | null}
 */
export function planHere() {
  const begun = allOf("plan").find((plan) => plan.school_year === year.value);
  // A plan that was just begun is on its way to the disk.
  return oneOf("plan", yearHere()?.plan) ?? begun ?? null;
}

/** @param {Plan} plan */
export const rowsOfPlan = (plan) =>
  allOf("activity").filter((activity) => activity.plan === plan.id);

/**
 * @param {Plan} plan
 * @param {"direction" | "section" | "month"} [by] how its rows are put in order
 */
export const planPaper = (plan, by = "direction") => ({
  community: plan.community,
  kind: /** @type {const} */ ("plan"),
  year: plan.school_year,
  meeting: null,
  full: false,
  by,
  on: today.value,
});
