/** @import {Decision, Meeting, Plan} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { dayAndMonth, longDate, NBSP, shortDate } from "../../words/dates.js";
import { pointNumber } from "../../words/numbers.js";

/** More of a text does not fit into one line of a list. */
const LONGEST = 70;

/**
 * @typedef {object} Placed a decision and where it stands
 * @property {Meeting} meeting
 * @property {Decision} decision
 * @property {string} place «№ 2, п. 1.2»
 */

/**
 * Every decision of the meetings, by date of the meeting.
 *
 * @param {Meeting[]} meetings
 * @returns {Placed[]}
 */
export function placed(meetings) {
  const inOrder = [...meetings].sort((a, b) => a.date.localeCompare(b.date));
  return inOrder.flatMap((meeting) =>
    (meeting.protocol?.items ?? []).flatMap((item, question) =>
      item.decisions.map((decision, at) => {
        const number = meeting.protocol?.number;
        const of = number ? `№${NBSP}${number}` : `заседание ${dayAndMonth(meeting.date)}`;
        return { meeting, decision, place: `${of}, п.${NBSP}${pointNumber(question, at)}` };
      }),
    ),
  );
}

/**
 * Decisions that may prove a row: those of the meetings held in the plan's school year, and those already named.
 *
 * @param {Placed[]} all
 * @param {string[]} named
 * @param {{community: string, year: number}} of
 * @returns {Someone[]}
 */
export function decisionsToPick(all, named, { community, year }) {
  return all
    .filter(
      ({ meeting, decision }) =>
        named.includes(decision.id) ||
        (meeting.community === community &&
          meeting.school_year === year &&
          meeting.status === "held" &&
          decision.text.trim() !== ""),
    )
    .map(({ meeting, decision, place }) => ({
      id: decision.id,
      name: `${place}: ${shortened(decision.text) || "без текста"}`,
      full: `${place} протокол ${shortDate(meeting.date)} ${longDate(meeting.date)} ${decision.text}`,
      soft: longDate(meeting.date),
    }));
}

/**
 * The tasks of a plan as choices. A row that names a task which is not there any more says so.
 *
 * @param {Plan["tasks"]} tasks
 * @param {string | null} named
 */
export function tasksToChoose(tasks, named) {
  const gone = named !== null && tasks.every((task) => task.id !== named);
  return [
    { value: "", label: "не указана" },
    ...tasks.map((one, at) => ({
      value: one.id,
      label: `${at + 1}. ${shortened(one.text) || "без текста"}`,
    })),
    ...(gone ? [{ value: named, label: "задача удалена" }] : []),
  ];
}

/**
 * The sections of a plan as choices, with «none» first.
 *
 * @param {Plan["sections"]} sections
 * @param {string | null} named
 */
export function sectionsToChoose(sections, named) {
  const gone = named !== null && sections.every((section) => section.id !== named);
  return [
    { value: "", label: "вне разделов" },
    ...sections.map((section, at) => ({
      value: section.id,
      label: `${at + 1}. ${shortened(section.name) || "без названия"}`,
    })),
    ...(gone ? [{ value: named, label: "раздел удалён" }] : []),
  ];
}

/**
 * A text in one line, cut between words.
 *
 * @param {string} text
 */
function shortened(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST
    ? `${line.slice(0, LONGEST).replace(/[\s,.;:—-]*[^\s]*$/, "")}…`
    : line;
}
