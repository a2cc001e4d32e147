/** @import {Plan, Settings} from "../../api/types/records" */
import { oneOf } from "../../state/records.js";

/** Those of the regulation, until the records are there. */
const BY_REGULATION = {
  plan_approved_by: { month: 9, day: 15 },
  report_handed_over_by: { month: 8, day: 31 },
};

/**
 * The last days of the plan's community, as its settings have them.
 *
 * @param {Plan} plan
 * @returns {Pick<Settings, "plan_approved_by" | "report_handed_over_by">}
 */
export const lastDaysOf = (plan) => oneOf("community", plan.community)?.settings ?? BY_REGULATION;
