/** @import {Meeting, Plan, PlannedMeeting, PlannedQuestion} from "../../api/types/records" */
import { clockTime } from "../../words/clock-time.js";
import { counted } from "../../words/numbers.js";
import { reporterOf } from "./reporters.js";

/*
 * What a meeting takes from the one that the plan foresaw: topic, place, form and questions, each only where the
 * protocol says nothing of it yet.
 */

/**
 * The meetings that the plan of the year foresees, those of a preliminary plan only where there is no other.
 *
 * @param {Plan[]} plans
 * @param {Meeting} meeting
 */
export const plannedOf = (plans, { community, school_year }) =>
  plans
    .filter((plan) => plan.community === community && plan.school_year === school_year)
    .sort((a, b) => Number(a.preliminary) - Number(b.preliminary))
    .flatMap((plan) => plan.meetings);

/**
 * @typedef {object} Brought
 * @property {Partial<Pick<Meeting, "topic" | "begins" | "venue" | "mode" | "mode_note">>} fields
 * @property {PlannedQuestion[]} questions
 */

/**
 * What the plan has and the protocol has not.
 *
 * @param {PlannedMeeting} row
 * @param {Meeting} meeting
 * @returns {Brought}
 */
export function broughtBy(row, meeting) {
  const { topic, venue, mode, mode_note, protocol } = meeting;
  /** @type {Brought["fields"]} */
  const fields = {};
  if (!topic.trim() && row.topic.trim()) fields.topic = row.topic;
  if (!venue.trim() && row.venue.trim()) fields.venue = row.venue;
  if (!mode && !mode_note.trim() && row.form.trim()) Object.assign(fields, formOf(row.form));
  const begins = meeting.begins ? null : clockTime(row.time);
  if (begins) fields.begins = begins;
  const begun = protocol?.items.some(
    (item) => item.topic || item.heard || item.reporters.length > 0 || item.decisions.length > 0,
  );
  return { fields, questions: begun ? [] : row.questions.filter(({ text }) => text.trim()) };
}

/**
 * Who reports on a question, as the plan says: the people, then whoever is named in words.
 *
 * @param {PlannedQuestion} question
 */
export function reportersOf({ speakers, speakers_in_words }) {
  const named = speakers_in_words.trim();
  const people = speakers.map((person) => reporterOf({ person }));
  return named ? [...people, reporterOf({ named })] : people;
}

/**
 * «очно, семинар-заседание»: the way of holding it, and whatever else is said of the form.
 *
 * @param {string} form
 * @returns {Pick<Meeting, "mode" | "mode_note">}
 */
export function formOf(form) {
  const parts = form.split(/[,;]\s*/).filter(Boolean);
  const at = parts.findIndex((part) => modeOf(part) !== null);
  const mode = at < 0 ? null : modeOf(parts[at] ?? "");
  return { mode, mode_note: parts.filter((_, place) => place !== at).join(", ") };
}

/** @param {string} words @returns {Meeting["mode"]} */
function modeOf(words) {
  if (/^\s*(очно|очная|очное)(\s+форма)?\s*$/i.test(words)) return "in_person";
  if (/^\s*(дистанционно|дистанционная|дистанционное|онлайн|заочно)(\s+форма)?\s*$/i.test(words))
    return "remote";
  if (/^\s*(смешанно|смешанная|смешанное|очно-дистанционно|гибридно)(\s+форма)?\s*$/i.test(words))
    return "mixed";
  return null;
}

/**
 * «тема, место, 3 вопроса»
 *
 * @param {Brought} brought
 */
export const broughtWords = ({ fields, questions }) =>
  [
    fields.topic !== undefined && "тема",
    fields.begins && "время",
    fields.venue !== undefined && "место",
    (fields.mode || fields.mode_note) && "форма",
    questions.length > 0 && counted(questions.length, "вопрос", "вопроса", "вопросов"),
  ]
    .filter(Boolean)
    .join(", ");
