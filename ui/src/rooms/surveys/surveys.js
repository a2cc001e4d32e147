/** @import {AnswerSheet, Survey} from "../../api/types/records" */
import { computed } from "@preact/signals";

import { allOf } from "../../state/records.js";
import { monthName, partialDate } from "../../words/dates.js";

const bySurvey = computed(() => {
  /** @type {Map<string, AnswerSheet[]>} */
  const sorted = new Map();
  for (const sheet of allOf("answer_sheet")) {
    const same = sorted.get(sheet.survey);
    if (same) same.push(sheet);
    else sorted.set(sheet.survey, [sheet]);
  }
  for (const sheets of sorted.values()) {
    sheets.sort((a, b) => a.number - b.number || a.id.localeCompare(b.id));
  }
  return sorted;
});

/**
 * The sheets of a survey, by number.
 *
 * @param {string} survey
 */
export const sheetsOf = (survey) => bySurvey.value.get(survey) ?? [];

/**
 * «17 октября 2025», «октябрь 2025»
 *
 * @param {Survey} survey
 */
export const heldWords = ({ held }) =>
  held.length === 7 ? `${monthName(held)} ${held.slice(0, 4)}` : partialDate(held);
