/** @import {Decision, Mark, Meeting, Move, Term} from "../../api/types/records" */

/*
 * Decisions of meetings as lists. Whether an assignment is open and late is told by the same rules as on
 * paper (the program computes them for the overview); here they follow every letter, without asking.
 */

/**
 * @typedef {object} PlacedDecision
 * @property {Meeting} meeting
 * @property {Decision} decision
 * @property {string} number «1.2»: the question, and the place in it
 * @property {Term | null} term the one in force on the day
 * @property {string | null} due its last day, where one follows from it
 * @property {boolean} open an assignment that nobody has marked by the day
 * @property {boolean} overdue open, and its term has passed
 */

/**
 * The last day of a term within a school year; words give none.
 *
 * @param {Term | null} term
 * @param {number} year
 * @returns {string | null}
 */
export function termEnd(term, year) {
  switch (term?.form) {
    case "day":
    case "until":
      return term.date;
    case "days":
      return term.from > term.to ? term.from : term.to;
    case "months":
      return lastDay([...term.months].sort().at(-1) ?? "");
    case "span":
      return lastDay(term.from > term.to ? term.from : term.to);
    case "monthly":
    case "quarterly":
    case "whole_year":
      return `${year + 1}-05-31`;
    default:
      return null;
  }
}

/** @param {string} month */
function lastDay(month) {
  const [year = 0, of = 0] = month.split("-").map(Number);
  return of ? new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10) : null;
}

/**
 * The term in force on a day. A transfer without a date counts from the end of the term that it replaces:
 * until then nobody knew of it.
 *
 * @param {{term: Term | null, moves: Move[]}} work
 * @param {number} year
 * @param {string} on
 */
export function termOn(work, year, on) {
  let term = work.term;
  for (const move of work.moves) {
    const from = move.date ?? termEnd(term, year);
    if (from !== null && from > on) break;
    term = move.to;
  }
  return term;
}

/**
 * The mark, where it counts by the day: its own date is past, or the term that it answers.
 *
 * @param {{term: Term | null, moves: Move[], mark: Mark | null}} work
 * @param {number} year
 * @param {string} on
 */
export function markOn({ term, moves, mark }, year, on) {
  const own = mark?.date ? `${mark.date}-01-01`.slice(0, 10) : null;
  const from = own ?? termEnd(moves.at(-1)?.to ?? term, year);
  return mark && (from === null || from <= on) ? mark : null;
}

/**
 * Every decision of the meetings held by a day, by date of the meeting.
 *
 * @param {Meeting[]} meetings
 * @param {string} on
 * @returns {PlacedDecision[]}
 */
export function decisionsOf(meetings, on) {
  const held = meetings.filter(({ status, date }) => status === "held" && date <= on);
  held.sort((a, b) => a.date.localeCompare(b.date) || numberOf(a) - numberOf(b));
  return held.flatMap((meeting) =>
    (meeting.protocol?.items ?? []).flatMap((item, question) =>
      item.decisions.map((decision, place) => {
        const year = meeting.school_year;
        const term = termOn(decision, year, on);
        const due = termEnd(term, year);
        const open = decision.kind === "assignment" && markOn(decision, year, on) === null;
        const number = `${question + 1}.${place + 1}`;
        const overdue = open && due !== null && due < on;
        return { meeting, decision, number, term, due, open, overdue };
      }),
    ),
  );
}

/** @param {Meeting} meeting */
const numberOf = (meeting) => meeting.protocol?.number ?? 0;

/**
 * What waits first: late, then by term (one without a day comes after those with one), then what is done,
 * the newest first.
 *
 * @param {PlacedDecision} a
 * @param {PlacedDecision} b
 */
export function byUrgency(a, b) {
  if (a.open !== b.open) return a.open ? -1 : 1;
  const [first, second] = a.open ? [a, b] : [b, a];
  return (first.due ?? "9999").localeCompare(second.due ?? "9999");
}
