/** @import {MeetingState} from "../../api/types/derived" */
/** @import {PaperKind} from "../../api/types/commands" */

/**
 * @typedef {object} Step
 * @property {string} word
 * @property {PaperKind} [paper] the paper of the step
 * @property {string} [field] or its field, by the end of its identifier
 */

/** @type {Step[]} */
const STEPS = [
  { word: "предстоит", field: "status" },
  { word: "извещение", paper: "notice" },
  { word: "рабочий лист", paper: "worksheet" },
  { word: "проведено", field: "status" },
  { word: "протокол", paper: "protocol" },
  { word: "подписан", field: "signed" },
];
/** Of these nothing tells whether they were printed. */
const UNKNOWN = ["notice", "worksheet"];
const PLANNED = 0;
const HELD = 3;
const WRITTEN = 4;
const SIGNED = 5;

/** How far a meeting has come in each state. @type {{ [state in MeetingState]: number }} */
const REACHED = {
  cancelled: PLANNED,
  ahead: PLANNED,
  unmarked: PLANNED,
  held: HELD,
  unsigned: WRITTEN,
  signed: SIGNED,
};

/**
 * The steps of a meeting and the one where it stands. A paper that was printed leaves no trace in the record,
 * so a notice and a sheet that are behind are `passed`, never `reached`.
 *
 * @param {MeetingState} state
 * @returns {(Step & {now: boolean, reached: boolean, passed: boolean})[]}
 */
export function wayOf(state) {
  const at = REACHED[state];
  return STEPS.map((step, place) => ({
    ...step,
    // There is nothing to sign until the meeting has been held.
    ...(place === SIGNED && at < HELD && { field: "status" }),
    now: place === at,
    reached: place <= at && !UNKNOWN.includes(step.paper ?? ""),
    passed: place <= at,
  }));
}
