/** @import {Plan} from "../../api/types/records" */
import { community, today, year } from "../../state/file.js";
import { allOf } from "../../state/records.js";

/**
 * The plan of the school year that is looked at; the one to be approved before a preliminary one.
 *
 * @returns {Plan | null}
 */
export function planHere() {
  const own = allOf("plan").filter(
    (one) => one.school_year === year.value && one.community === community.value?.id,
  );
  return own.find((one) => !one.preliminary) ?? own[0] ?? null;
}

/** @param {Plan} plan */
export const rowsOfPlan = (plan) => allOf("activity").filter((one) => one.plan === plan.id);

/**
 * @param {Plan} plan
 * @param {"direction" | "month"} [by] how its rows are put in order
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
