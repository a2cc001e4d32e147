/** @import {Activity, ActivityForm, Direction, MarkState, Term} from "../../api/types/records" */
/** @import {SquareKind} from "../../components/squares/Squares.jsx" */
/** @import {StatusKind} from "../../components/status/Status.jsx" */
import { monthsOf } from "../../words/dates.js";

/** The seven directions of п. 3.1, in its order. */
export const DIRECTIONS = /** @satisfies {{id: Direction, name: string}[]} */ ([
  { id: "3.1.1", name: "Аналитическое" },
  { id: "3.1.2", name: "Информационное" },
  { id: "3.1.3", name: "Организационно-методическое" },
  { id: "3.1.4", name: "Консультационное" },
  { id: "3.1.5", name: "Экспертное" },
  { id: "3.1.6", name: "Управленческое" },
  { id: "3.1.7", name: "Образовательное" },
]);

/** @type {{value: ActivityForm, label: string}[]} */
export const FORMS = [
  { value: "unspecified", label: "не указана" },
  { value: "meeting", label: "заседание" },
  { value: "seminar", label: "семинар" },
  { value: "workshop", label: "практикум" },
  { value: "master_class", label: "мастер-класс" },
  { value: "webinar", label: "вебинар" },
  { value: "open_lesson", label: "открытый урок" },
  { value: "lesson_visits", label: "посещение уроков" },
  { value: "consultation", label: "консультация" },
  { value: "expertise", label: "экспертиза" },
  { value: "contest", label: "конкурс" },
  { value: "conference", label: "конференция" },
  { value: "diagnostics", label: "диагностика" },
];

/** @type {{ [state in MarkState]: {words: string, status: StatusKind, square: SquareKind} }} */
export const MARKS = {
  done: { words: "выполнено", status: "done", square: "done" },
  done_in_part: { words: "выполнено частично", status: "going", square: "part" },
  not_done: { words: "не выполнено", status: "off", square: "off" },
  cancelled: { words: "отменено", status: "off", square: "off" },
};

/** What a mark may say, with «no mark» first. */
export const MARK_CHOICES = [
  { value: "", label: "пока нет" },
  ...Object.entries(MARKS).map(([value, { words }]) => ({ value, label: words })),
];

/**
 * The term in force: that of the last transfer, else the approved one.
 *
 * @param {Activity} activity
 */
export const termInForce = (activity) => activity.moves.at(-1)?.to ?? activity.term;

/**
 * Months in which a row is looked for. A term without days (words) is found in the whole year only.
 *
 * @param {Term | null} term
 * @param {number} year
 * @returns {string[]}
 */
export function monthsOfTerm(term, year) {
  if (!term) return [];
  switch (term.form) {
    case "day":
    case "until":
      return [term.date.slice(0, 7)];
    case "days": {
      const [from = "", to = ""] = [term.from, term.to].sort().map((day) => day.slice(0, 7));
      return [...new Set([from, ...monthsOf(year).filter((one) => one > from && one < to), to])];
    }
    case "months":
      return term.months;
    case "span": {
      const [from, to] = [term.from, term.to].sort();
      return monthsOf(year).filter((month) => month >= (from ?? "") && month <= (to ?? ""));
    }
    case "monthly":
    case "quarterly":
    case "whole_year":
      // By custom work of the whole year is that of the months of lessons.
      return monthsOf(year).slice(0, 9);
    case "words":
      return [];
  }
}

/**
 * How a row stands on a day. Without a mark it follows from the term: ahead, going on, moved, or past.
 *
 * @param {Activity} activity
 * @param {number} year
 * @param {string} on
 * @returns {{words: string, status: StatusKind, square: SquareKind}}
 */
export function standing(activity, year, on) {
  if (activity.mark) return MARKS[activity.mark.state];
  const term = termInForce(activity);
  const months = [...monthsOfTerm(term, year)].sort();
  const month = on.slice(0, 7);
  const past =
    term?.form === "day" || term?.form === "until"
      ? term.date < on
      : term?.form === "days"
        ? term.to < on
        : months.length > 0 && (months.at(-1) ?? "") < month;
  if (past) return { words: "срок прошёл, нет отметки", status: "soon", square: "ahead" };
  if (activity.moves.length > 0) return { words: "перенесено", status: "moved", square: "moved" };
  const begun =
    term?.form === "day"
      ? term.date === on
      : term?.form === "days"
        ? term.from <= on
        : (months[0] ?? "9") <= month;
  const until = term?.form === "until" && on >= `${year}-09-01`;
  return begun || until
    ? { words: "выполняется", status: "going", square: "going" }
    : { words: "предстоит", status: "later", square: "ahead" };
}

/**
 * Rows of a direction in the order of the paper.
 *
 * @param {Activity[]} rows
 * @param {Direction} direction
 */
export function rowsOf(rows, direction) {
  return rows
    .filter((one) => one.direction === direction)
    .sort((a, b) => a.place - b.place || a.id.localeCompare(b.id));
}
