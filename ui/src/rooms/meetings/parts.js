/** @import {AgendaItem, Attendance, Meeting, Membership} from "../../api/types/records" */
/** @import {Presence, Protocol, Role} from "../../api/types/records" */
/** @import {StatusKind} from "../../components/status/Status.jsx" */

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
  reporter: null,
  heard: "",
  spoke: [],
  decisions: [],
  vote: null,
});

/**
 * The number that the next protocol of the school year gets.
 *
 * @param {Meeting[]} meetings
 * @param {number} year
 */
export function nextNumber(meetings, year) {
  const taken = meetings
    .filter((one) => one.school_year === year)
    .map((one) => one.protocol?.number ?? 0);
  return Math.max(0, ...taken) + 1;
}

/**
 * How a meeting stands, for the list. «Проведено» is a held one about which nothing is written yet.
 *
 * @param {Meeting} meeting
 * @param {string} today
 * @returns {{kind: StatusKind, word: string}}
 */
export function standing(meeting, today) {
  if (meeting.status === "cancelled") return { kind: "off", word: "отменено" };
  if (meeting.protocol?.signed) return { kind: "done", word: "подписан" };
  if (meeting.status === "planned" || meeting.date > today)
    return { kind: "later", word: "впереди" };
  return meeting.protocol?.items.length
    ? { kind: "soon", word: "не подписан" }
    : { kind: "going", word: "проведено" };
}

/**
 * Members on a day, in the order of the roster.
 *
 * @param {Membership[]} memberships
 * @param {string} on
 */
export function membersOn(memberships, on) {
  return memberships
    .filter((one) => one.from <= on && (one.to === null || one.to >= on))
    .sort((a, b) => a.place - b.place);
}

/**
 * Who has a role on a day.
 *
 * @param {Membership[]} memberships
 * @param {Role} role
 * @param {string} on
 */
export function withRole(memberships, role, on) {
  const has = (/** @type {Membership} */ one) =>
    one.roles.some(
      (period) =>
        period.role === role &&
        (period.from ?? on) <= on &&
        (period.to === null || period.to >= on),
    );
  return membersOn(memberships, on).find(has)?.person ?? null;
}

/**
 * The list of those present made anew from the roster; what was marked of a person stays.
 *
 * @param {Attendance[]} attendance
 * @param {string[]} people
 * @returns {Attendance[]}
 */
export function attendanceOf(attendance, people) {
  return people.map(
    (person) => attendance.find((one) => one.person === person) ?? { person, presence: PRESENT },
  );
}

/**
 * Members, each once: where somebody was entered twice, the first entry stands, as on the paper.
 *
 * @param {Attendance[]} attendance
 */
const listed = (attendance) =>
  attendance.filter(
    (one, at) => attendance.findIndex(({ person }) => person === one.person) === at,
  );

/**
 * Who is here but has no vote on the question at a place: came after it began or left before it.
 *
 * @param {Meeting} meeting
 * @param {number} at from 0
 * @returns {string[]}
 */
export function missedBy(meeting, at) {
  const items = meeting.protocol?.items ?? [];
  const place = (/** @type {string | null} */ id) => items.findIndex((item) => item.id === id);
  return listed(meeting.attendance)
    .filter(({ presence }) => {
      if (!("present" in presence)) return false;
      const came = place(presence.present.came_after);
      const left = place(presence.present.left_before);
      return (came >= 0 && came >= at) || (left >= 0 && left <= at);
    })
    .map(({ person }) => person);
}

/**
 * How many may vote on the question at a place: those present, less those who missed it. The check of the
 * year counts in the same way.
 *
 * @param {Meeting} meeting
 * @param {number} at from 0
 */
export const votersOf = (meeting, at) =>
  listed(meeting.attendance).filter(isPresent).length - missedBy(meeting, at).length;

/**
 * What does not add up in a counted vote, and by how many.
 *
 * @param {AgendaItem["vote"]} vote
 * @param {number} voters nobody, where attendance is not kept
 */
export function voteFault(vote, voters) {
  if (!vote || vote === "unanimous" || voters === 0) return "";
  const { for: ayes, against, abstained } = vote.counted;
  const given = ayes + against + abstained;
  if (given === voters) return "";
  const difference =
    given > voters ? `на ${given - voters} больше` : `не хватает ${voters - given}`;
  return `Голосов ${given}, а голосовать могли ${voters}: ${difference}.`;
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
  return attendance.map((one) => {
    if (!("present" in one.presence)) return one;
    const { came_after, left_before } = one.presence.present;
    if (came_after !== gone && left_before !== gone) return one;
    return {
      ...one,
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
  return now.map((one) => {
    const of = (/** @type {Attendance[]} */ all) => all.find((old) => old.person === one.person);
    return same(of(between), one) ? (of(then) ?? one) : one;
  });
}

/**
 * Whether somebody is marked as having left before coming.
 *
 * @param {Presence} presence
 * @param {AgendaItem[]} items
 */
export function leftBeforeComing(presence, items) {
  if (!("present" in presence)) return false;
  const place = (/** @type {string | null} */ id) => items.findIndex((item) => item.id === id);
  const left = place(presence.present.left_before);
  return left >= 0 && left <= place(presence.present.came_after);
}

/**
 * Whether the day lies in the school year or in the August before it.
 *
 * @param {string} date
 * @param {number} year
 */
export const withinYear = (date, year) => date >= `${year}-08-01` && date <= `${year + 1}-08-31`;

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @param {number} step
 * @returns {T[]}
 */
export function moved(list, at, step) {
  const to = at + step;
  const one = list[at];
  if (one === undefined || to < 0 || to >= list.length) return list;
  return inserted(without(list, at), to, one);
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @returns {T[]}
 */
export const without = (list, at) => list.filter((_, place) => place !== at);

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @param {T} one
 * @returns {T[]}
 */
export const inserted = (list, at, one) => [...list.slice(0, at), one, ...list.slice(at)];

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @param {T} one
 * @returns {T[]}
 */
export const replaced = (list, at, one) => list.map((old, place) => (place === at ? one : old));
