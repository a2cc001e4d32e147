/** @import {Meeting, Membership} from "../../api/types/records" */
/** @import {PlacedDecision} from "../../features/assignments/assignments.js" */
import { longDate, NBSP } from "../../words/dates.js";
import { termWords } from "../../words/terms.js";
import { membersOn } from "./parts.js";

/*
 * What a new meeting takes from the ones before it. Nothing is invented: all that is written here stands in
 * an earlier protocol.
 */

export const UNFINISHED_TOPIC = "О выполнении решений";

/**
 * The meeting held last before this one.
 *
 * @param {Meeting[]} meetings
 * @param {Meeting} of
 */
export const meetingBefore = (meetings, of) =>
  meetings
    .filter(
      (one) =>
        one.community === of.community &&
        one.id !== of.id &&
        one.status === "held" &&
        one.date <= of.date,
    )
    .sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id))
    .at(-1) ?? null;

/**
 * How a meeting is held «как в прошлый раз». Who has left since then neither chairs nor writes.
 *
 * @param {Meeting} before
 * @param {Membership[]} memberships
 * @param {Meeting} now
 * @returns {Pick<Meeting, "chair" | "secretary" | "place" | "venue" | "mode" | "mode_note">}
 */
export function asBefore(before, memberships, now) {
  const members = membersOn(memberships, now.date).map((one) => one.person);
  /** @param {"chair" | "secretary"} post */
  const still = (post) => {
    const person = before[post];
    return person && members.includes(person) ? person : now[post];
  };
  return {
    chair: still("chair"),
    secretary: still("secretary"),
    place: before.place,
    venue: before.venue,
    mode: before.mode,
    mode_note: before.mode_note,
  };
}

/**
 * Open assignments as they are read out, each on a line with its protocol, point, person and term, for «СЛУШАЛИ».
 *
 * @param {PlacedDecision[]} open
 * @param {(person: string) => string} name
 */
export function unfinishedWords(open, name) {
  const lines = open.map(({ meeting, decision, number, term }) => {
    const numbered = meeting.protocol?.number;
    const protocol = `протокол ${numbered ? `№${NBSP}${numbered} ` : ""}от ${longDate(meeting.date)}`;
    const who = decision.responsible.map(name).join(", ");
    const about = [
      who && `${decision.responsible.length > 1 ? "ответственные" : "ответственный"}\u00a0— ${who}`,
      term && `срок\u00a0— ${termWords(term)}`,
    ].filter(Boolean);
    const words = decision.text.trim().replace(/[.;]+$/, "");
    const what = words ? `: ${words}` : "";
    return `${protocol}, п.${NBSP}${number}${what}${about.length > 0 ? ` (${about.join(", ")})` : ""}`;
  });
  return `о ходе выполнения решений прошлых заседаний. Не отмечены как выполненные:\n${lines.join(";\n")}.`;
}
