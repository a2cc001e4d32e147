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
    .filter((one) => one.clause !== "4.5")
    .map((one) => {
      const { text, more } = ON_LINE[one.clause] ?? { text: one.what, more: "" };
      const approved = one.clause === "4.7" && one.met && plan?.approved;
      return {
        id: one.clause,
        date: one.date,
        name: dayAndMonth(one.date),
        text: `${text}, п.${NBSP}${one.clause}`,
        more: approved ? `утверждён ${dayAndMonth(approved.date)}` : more,
        shape: /** @type {const} */ ("square"),
        met: one.met,
      };
    });
  const diamonds = assignments.flatMap((one) => {
    if (!one.due || one.due < `${year}-09-01` || one.due > `${year + 1}-08-31`) return [];
    const surname = one.responsible.split(/[\s\u00a0,]/)[0] ?? "";
    return {
      id: `${one.meeting}/${one.number}`,
      date: one.due,
      name: dayAndMonth(one.due),
      text: surname,
      more: `поручение ${one.number}`,
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
    ...parts.map((one) => `${one.name} ${one.text}`),
    ...meetings.map((one) => `${one.name} ${one.text}, ${one.held ? "проведено" : "предстоит"}`),
    ...due.map((one) => `${one.name}: ${one.text}${one.met ? ", сделано" : ""}`),
  ];
  return `${sentences.join("; ")}.`;
}
