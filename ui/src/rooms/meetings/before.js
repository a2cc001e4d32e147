/** @import {Meeting} from "../../api/types/records" */

/*
 * What a new meeting takes from the ones before it. Nothing is invented: all that is written here stands in
 * an earlier protocol.
 */

export const UNFINISHED_TOPIC = "О выполнении решений";

/**
 * How a meeting is held «как в прошлый раз». Who has left since then neither chairs nor writes.
 *
 * @param {Meeting} before
 * @param {string[]} members of the day
 * @param {Meeting} now
 * @returns {Pick<Meeting, "chair" | "secretary" | "place" | "venue" | "mode" | "mode_note" | "begins">}
 */
export function asBefore(before, members, now) {
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
    begins: before.begins ?? now.begins,
  };
}
