/** @import {Meeting, Plan} from "../../api/types/records" */
/** @import {Overview} from "../../api/types/findings" */
/** @import {DueMark, Half, MeetingMark} from "../../components/year-line/YearLine.jsx" */
import { NBSP, dayAndMonth, inMonth } from "../../words/dates.js";
import { derivedOf } from "../../state/derived.js";

/*
 * What stands on the line of the year. The texts are short: they must find room beside each other.
 */

/**
 * @param {Overview} overview
 * @param {string} today
 * @returns {Half[]}
 */
export function halves({ school_year: year, half_years, findings }, today) {
  // Without a finding nothing was asked: the community was not kept here yet.
  const missed = findings.some((one) => one.severity === "error" && one.clause === "4.5");
  return half_years.map(({ half, due, meeting }) => ({
    name: half === "first" ? "I полугодие:" : "II полугодие:",
    text: meeting
      ? "заседание было"
      : due < today
        ? missed
          ? "заседания не было"
          : "записей нет"
        : `срок ${dayAndMonth(due)}`,
    from: half === "first" ? `${year}-09-01` : `${year + 1}-01-01`,
    to: half === "first" ? `${year + 1}-01-01` : `${year + 1}-09-01`,
    good: meeting !== null,
  }));
}

/**
 * Meetings held and planned, and those that only the plan knows yet.
 *
 * @param {number} year
 * @param {Meeting[]} all
 * @param {Plan | undefined} plan
 * @param {string} today
 * @returns {MeetingMark[]}
 */
export function meetingMarks(year, all, plan, today) {
  const known = all.filter((one) => one.school_year === year && one.status !== "cancelled");
  const marks = known.map((one) => {
    const number = one.protocol?.number;
    return {
      id: one.id,
      date: one.date,
      name: number ? `№${NBSP}${number}` : "Заседание",
      text: dayAndMonth(one.date),
      held: one.status === "held" && one.date <= today,
    };
  });
  const first = marks[0];
  if (first?.name.startsWith("№")) first.name = `Заседание ${first.name}`;
  const taken = new Set(known.map((one) => one.planned));
  const foreseen = new Map(
    derivedOf("plan", plan?.id)?.meetings.map(({ id, term }) => [id, term]) ?? [],
  );
  const ahead = (plan?.meetings ?? []).flatMap((one) => {
    const end = foreseen.get(one.id)?.due;
    if (taken.has(one.id) || !end || end < today) return [];
    const month = one.term?.form === "months" || one.term?.form === "span";
    return {
      id: one.id,
      date: month ? `${end.slice(0, 7)}-15` : end,
      name: "Заседание",
      text: month ? `в${NBSP}${inMonth(end)}` : dayAndMonth(end),
      held: false,
    };
  });
  return [...marks, ...ahead];
}

/**
 * Deadlines of the regulation and open assignments. The half-years have their own lines above.
 *
 * @param {Overview} overview
 * @param {Plan | undefined} plan
 * @returns {DueMark[]}
 */
export function dueMarks({ school_year: year, deadlines, assignments }, plan) {
  const squares = deadlines
    .filter((deadline) => deadline.clause !== "4.5")
    .map((deadline) => {
      const { text, more } = ON_LINE[deadline.clause] ?? { text: deadline.what, more: "" };
      const approved = deadline.clause === "4.7" && deadline.met && plan?.approved;
      return {
        id: deadline.clause,
        date: deadline.date,
        name: dayAndMonth(deadline.date),
        text: `${text}, п.${NBSP}${deadline.clause}`,
        more: approved ? `утверждён ${dayAndMonth(approved.date)}` : more,
        shape: /** @type {const} */ ("square"),
        met: deadline.met,
      };
    });
  const diamonds = assignments.flatMap((assignment) => {
    if (!assignment.due || assignment.due < `${year}-09-01` || assignment.due > `${year + 1}-08-31`)
      return [];
    const surname = assignment.responsible.split(/[\s\u00a0,]/)[0] ?? "";
    return {
      id: `${assignment.meeting}/${assignment.number}`,
      date: assignment.due,
      name: dayAndMonth(assignment.due),
      text: surname,
      more: `поручение ${assignment.number}`,
      shape: /** @type {const} */ ("diamond"),
      met: false,
    };
  });
  return [...squares, ...diamonds];
}

/** @type {{ [clause: string]: {text: string, more: string} }} */
const ON_LINE = {
  4.7: { text: "план", more: "" },
  4.8: { text: "отчёт", more: "и предварительный план" },
};

/**
 * The same for a screen reader.
 *
 * @param {string} today
 * @param {Half[]} parts
 * @param {MeetingMark[]} meetings
 * @param {DueMark[]} due
 */
export function yearWords(today, parts, meetings, due) {
  const sentences = [
    `Учебный год, сегодня ${dayAndMonth(today)}`,
    ...parts.map((part) => `${part.name} ${part.text}`),
    ...meetings.map(
      (meeting) => `${meeting.name} ${meeting.text}, ${meeting.held ? "проведено" : "предстоит"}`,
    ),
    ...due.map((dueMark) => `${dueMark.name}: ${dueMark.text}${dueMark.met ? ", сделано" : ""}`),
  ];
  return `${sentences.join("; ")}.`;
}
