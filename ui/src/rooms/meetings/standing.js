/** @import {MeetingState} from "../../api/types/derived" */
/** @import {StatusKind} from "../../components/status/Status.jsx" */
import { derivedOf } from "../../state/derived.js";

/** How each state is drawn. @type {{ [state in MeetingState]: StatusKind }} */
const DRAWN = {
  cancelled: "off",
  ahead: "later",
  unmarked: "soon",
  held: "going",
  unsigned: "soon",
  signed: "done",
};

/**
 * How a meeting stands; one that was just made and is on its way to the disk says nothing yet.
 *
 * @param {string} meeting
 * @returns {{kind: StatusKind, word: string, state: MeetingState}}
 */
export function standing(meeting) {
  const found = derivedOf("meeting", meeting);
  const state = found?.state ?? "ahead";
  return { kind: DRAWN[state], word: found?.words ?? "", state };
}
