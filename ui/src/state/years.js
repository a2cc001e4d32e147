import { computed } from "@preact/signals";

import { schoolYearOf } from "../words/dates.js";
import { today, year } from "./file.js";
import { allOf } from "./records.js";

/**
 * School years that can be looked at: those that have records, this one, the one before (whose protocols may still be
 * brought in), the next one (its preliminary plan is due in August) and the one chosen. Newest first.
 */
export const years = computed(() => {
  const now = today.value ? schoolYearOf(today.value) : year.value;
  const kept = [...allOf("plan"), ...allOf("meeting"), ...allOf("report")].map(
    (one) => one.school_year,
  );
  return [...new Set([now + 1, now, now - 1, year.value, ...kept])].sort((a, b) => b - a);
});
