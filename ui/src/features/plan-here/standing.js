/** @import {DerivedTerm, WorkState} from "../../api/types/derived" */
/** @import {SquareKind} from "../../components/squares/Squares.jsx" */
/** @import {StatusKind} from "../../components/status/Status.jsx" */
import { derivedOf } from "../../state/derived.js";

/** How each state is drawn. @type {{ [state in WorkState]: {status: StatusKind, square: SquareKind} }} */
export const DRAWN = {
  done: { status: "done", square: "done" },
  done_in_part: { status: "going", square: "part" },
  not_done: { status: "off", square: "off" },
  cancelled: { status: "off", square: "off" },
  overdue: { status: "soon", square: "ahead" },
  moved: { status: "moved", square: "moved" },
  going: { status: "going", square: "going" },
  ahead: { status: "later", square: "ahead" },
};

/**
 * How a row of a plan stands; a row that was just made and is on its way to the disk says nothing yet.
 *
 * @param {string} activity
 * @returns {{words: string, status: StatusKind, square: SquareKind}}
 */
export function standing(activity) {
  const found = derivedOf("activity", activity);
  return { words: found?.words ?? "", ...DRAWN[found?.state ?? "ahead"] };
}

/**
 * The term of a row that is in force on the day.
 *
 * @param {string} activity
 * @returns {DerivedTerm | null}
 */
export const termOf = (activity) => derivedOf("activity", activity)?.term ?? null;
