/** @import {Activity, Term} from "../../api/types/records" */
import { monthName, monthsOf, partialDate } from "../../words/dates.js";
import { termWritten } from "../../features/plan-here/rows.js";

/**
 * A row with another term. Before approval the term itself changes; afterwards the approved one stays and a
 * transfer is added, and what was moved today without a reason yet is only corrected.
 *
 * @param {Activity} row
 * @param {Term | null} to
 * @param {{approved: boolean, reason: string, on: string}} how
 * @returns {Partial<Activity>}
 */
export function withTerm(row, to, { approved, reason, on }) {
  if (sameTerm(termWritten(row), to)) return {};
  const last = row.moves.at(-1);
  if (!to) return row.moves.length > 0 ? {} : { term: null };
  if (!approved || !row.term) {
    return last ? { moves: [...row.moves.slice(0, -1), { ...last, to }] } : { term: to };
  }
  const fresh = last && !last.reason.trim() && last.date === on;
  const before = fresh ? row.moves.slice(0, -1) : row.moves;
  if (fresh && sameTerm(before.at(-1)?.to ?? row.term, to)) return { moves: before };
  return { moves: [...before, { to, reason, date: on }] };
}

/**
 * @param {Term | null} a
 * @param {Term | null} b
 */
const sameTerm = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * The day of a mark there: «22.09», «сентябрь».
 *
 * @param {string} date perhaps only a month or a year
 * @param {number} year
 */
export function dayInRow(date, year) {
  if (!within(date, year)) return partialDate(date);
  return date.length > 7 ? date.slice(5).split("-").reverse().join(".") : monthName(date);
}

/**
 * @param {string} date
 * @param {number} year
 */
const within = (date, year) => monthsOf(year).includes(date.slice(0, 7));

/**
 * A term of which one month is taken to another. Work of the whole year stands in no month of its own and is
 * not moved so.
 *
 * @param {Term | null} term
 * @param {string} from the month that is moved, or nothing where the row was not taken out of one: then it is
 *   the only month of the term, or of several the nearest
 * @param {string} to
 * @param {number} year
 * @returns {Term | null} nothing where it cannot be moved
 */
export function movedTerm(term, from, to, year) {
  const months = monthsOf(year);
  if (!months.includes(to) || from === to) return null;
  switch (term?.form) {
    case "day":
    case "until":
      return { ...term, date: dayIn(to, term.date) };
    case "days":
      // Days on both sides of a month's end go nowhere whole.
      return term.from.slice(0, 7) === term.to.slice(0, 7)
        ? { ...term, from: dayIn(to, term.from), to: dayIn(to, term.to) }
        : null;
    case "months": {
      const moved = from || nearest(term.months, to, months);
      // Taken to a month where it stands already it would lose one.
      if (term.months.includes(to)) return null;
      return {
        form: "months",
        months: [...term.months.filter((month) => month !== moved), to].sort(),
      };
    }
    case "span": {
      const [first = "", last = ""] = [term.from, term.to].sort();
      const [at, end] = [months.indexOf(first), months.indexOf(last)];
      if (at < 0 || end < 0) return null;
      // The whole span goes along, as far as the year allows.
      const step = months.indexOf(to) - Math.max(months.indexOf(from), at);
      const by = Math.max(-at, Math.min(11 - end, step));
      return by === 0
        ? null
        : { form: "span", from: months[at + by] ?? first, to: months[end + by] ?? last };
    }
    case "monthly":
    case "quarterly":
    case "whole_year":
      return null;
    default:
      return { form: "months", months: [to] };
  }
}

/**
 * @param {string[]} own
 * @param {string} to
 * @param {string[]} months of the year
 */
function nearest(own, to, months) {
  const far = (/** @type {string} */ month) => Math.abs(months.indexOf(month) - months.indexOf(to));
  return [...own].sort((a, b) => far(a) - far(b) || a.localeCompare(b))[0] ?? "";
}

/**
 * The same day of another month, or its last one.
 *
 * @param {string} month
 * @param {string} date
 */
function dayIn(month, date) {
  const [year = 0, of = 1] = month.split("-").map(Number);
  const most = new Date(Date.UTC(year, of, 0)).getUTCDate();
  return `${month}-${String(Math.min(most, Number(date.slice(8)))).padStart(2, "0")}`;
}
