/** @import {AgendaItem, Attendance} from "../../api/types/records" */
/** @import {Presence, Protocol} from "../../api/types/records" */

/*
 * What can be said of a meeting and done with its parts without knowing where it is kept. Nothing here
 * changes what it is given: untouched questions stay the same objects, so that they need not be drawn again.
 */

/** @type {Presence} */
export const PRESENT = { present: { came_after: null, left_before: null } };

/** @param {Attendance} one */
export const isPresent = (one) => "present" in one.presence;

/**
 * There, but not all the time.
 *
 * @param {Attendance} one
 */
export const isPartly = ({ presence }) =>
  "present" in presence &&
  (presence.present.came_after !== null || presence.present.left_before !== null);

/**
 * @param {number | null} number
 * @returns {Protocol}
 */
export const emptyProtocol = (number) => ({
  number,
  items: [],
  quorum: "",
  annexes: [],
  signed: null,
  corrections: [],
});

/**
 * @param {string} id
 * @param {string} [topic]
 * @returns {AgendaItem}
 */
export const emptyItem = (id, topic = "") => ({
  id,
  topic,
  reporters: [],
  about: null,
  heard: "",
  tables: [],
  spoke: [],
  decisions: [],
  vote: null,
});

/**
 * The list of those present made anew from the roster; what was marked of a person stays.
 *
 * @param {Attendance[]} attendance
 * @param {string[]} people
 * @returns {Attendance[]}
 */
export function attendanceOf(attendance, people) {
  return people.map(
    (person) =>
      attendance.find((member) => member.person === person) ?? { person, presence: PRESENT },
  );
}

/**
 * The attendance after a question is taken out of the agenda. A mark may name only a question that is there:
 * who came after the one taken out came after the one before it, who left before it left before the next.
 *
 * @param {Attendance[]} attendance
 * @param {AgendaItem[]} items with the question still among them
 * @param {string} gone
 * @returns {Attendance[]}
 */
export function withoutQuestion(attendance, items, gone) {
  const at = items.findIndex((item) => item.id === gone);
  const before = items[at - 1]?.id ?? null;
  const next = items[at + 1]?.id ?? null;
  return attendance.map((member) => {
    if (!("present" in member.presence)) return member;
    const { came_after, left_before } = member.presence.present;
    if (came_after !== gone && left_before !== gone) return member;
    return {
      ...member,
      presence: {
        present: {
          came_after: came_after === gone ? before : came_after,
          left_before: left_before === gone ? next : left_before,
        },
      },
    };
  });
}

/**
 * The attendance when that question comes back: the marks as they were, save those changed meanwhile.
 *
 * @param {Attendance[]} now
 * @param {Attendance[]} then before the question was taken out
 * @param {Attendance[]} between right after that
 * @returns {Attendance[]}
 */
export function withMarksBack(now, then, between) {
  const same = (/** @type {Attendance | undefined} */ a, /** @type {Attendance} */ b) =>
    JSON.stringify(a?.presence) === JSON.stringify(b.presence);
  return now.map((attendance) => {
    const of = (/** @type {Attendance[]} */ all) =>
      all.find((old) => old.person === attendance.person);
    return same(of(between), attendance) ? (of(then) ?? attendance) : attendance;
  });
}
