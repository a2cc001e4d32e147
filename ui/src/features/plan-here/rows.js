/** @import {Activity, Direction, MarkState, PlanSection} from "../../api/types/records" */
import { choicesOf, proposedFor } from "../../words/choices.js";

/** The seven directions of п. 3.1, in its order. @type {{id: Direction, name: string}[]} */
export const DIRECTIONS = choicesOf("activity", "direction").map(({ value, label }) => ({
  id: value,
  name: label,
}));

/** Forms of an activity that are proposed; any other may be written. */
export const FORMS = proposedFor("activity", "form");

/** What a mark may say, in the words of the paper. @type {{value: MarkState, label: string}[]} */
export const MARKS = choicesOf("activity", "mark", "state");

/** The same with «no mark» first. */
export const MARK_CHOICES = [{ value: "", label: "пока нет" }, ...MARKS];

/**
 * The term that was written last, which a field shows and changes; which one is in force on a day, the program says.
 *
 * @param {Pick<Activity, "term" | "moves">} activity
 */
export const termWritten = (activity) => activity.moves.at(-1)?.to ?? activity.term;

/**
 * Rows of a section of the plan, or of none, in the order of the paper.
 *
 * @param {Activity[]} rows
 * @param {PlanSection["id"] | null} section
 */
export function rowsOfSection(rows, section) {
  return rows
    .filter((row) => row.section === section)
    .sort(
      (a, b) =>
        a.place - b.place || a.direction.localeCompare(b.direction) || a.id.localeCompare(b.id),
    );
}

/**
 * Rows of a direction in the order of the paper.
 *
 * @param {Activity[]} rows
 * @param {Direction} direction
 */
export function rowsOf(rows, direction) {
  return rows
    .filter((row) => row.direction === direction)
    .sort((a, b) => a.place - b.place || a.id.localeCompare(b.id));
}
