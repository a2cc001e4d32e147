import { call } from "./call.js";

/** The questionnaires that come with the program. */
export const supplied = () => call("supplied_questionnaires");

/**
 * Takes one of them as a copy that can be changed.
 *
 * @param {string} community
 * @param {string} word
 */
export const takeQuestionnaire = (community, word) =>
  call("take_questionnaire", { community, word });

/**
 * What a survey shows, beside an earlier one; without it, beside the nearest that asked about the same.
 *
 * @param {string} community
 * @param {string} survey
 * @param {string | null} before
 */
export const surveyResults = (community, survey, before) =>
  call("survey_results", { community, survey, before });

/**
 * Takes answers from files that schools filled in. Without a token of dropped files the program asks which ones.
 *
 * @param {string} community
 * @param {string} survey
 * @param {number | null} dropped
 * @returns nothing when the person changed their mind
 */
export const takeAnswerFiles = (community, survey, dropped) =>
  call("take_answer_files", { community, survey, dropped });
