/** @import {PlacedDecision} from "../../features/assignments/assignments.js" */
import { answersFor } from "../../features/answering/who.js";
import { alphabetical } from "../../words/alphabet.js";
import { folded } from "../../words/people.js";
import { byUrgency } from "../../features/assignments/assignments.js";

/**
 * @typedef {"open" | "overdue" | "done" | "all"} Standing
 *
 * @typedef {"term" | "person" | "protocol"} Order
 *
 * @typedef {object} Wanted what is to be shown, and in which order; an empty string means «any»
 * @property {Standing} standing
 * @property {string} words
 * @property {string} person who answers: a person, or whoever is named in words
 * @property {string} organisation
 * @property {string} year
 * @property {Order} order
 *
 * @typedef {object} Line a decision with what it is looked for by
 * @property {PlacedDecision} placed
 * @property {string[]} people names of those who answer for it, as on the screen, then whoever is named in words
 * @property {string[]} organisations where they work, and to whom the decision goes
 * @property {string} words all that can be found in it, folded
 */

/** @type {Wanted} */
export const WAITING = {
  standing: "open",
  words: "",
  person: "",
  organisation: "",
  year: "",
  order: "term",
};

/**
 * Decisions that are wanted, in the order that is wanted. Whoever stands first in two equal ones is whoever
 * came later, so the newest protocol is above.
 *
 * @param {Line[]} lines by date of the meeting
 * @param {Wanted} wanted
 */
export function chosen(lines, wanted) {
  const words = folded(wanted.words).split(" ").filter(Boolean);
  return lines
    .filter(
      ({ placed, organisations, words: own }) =>
        stands(placed, wanted.standing) &&
        (!wanted.person || answersFor(wanted.person, placed.decision)) &&
        (!wanted.organisation || organisations.includes(wanted.organisation)) &&
        (!wanted.year || String(placed.meeting.school_year) === wanted.year) &&
        words.every((word) => own.includes(word)),
    )
    .reverse()
    .sort(ORDERS[wanted.order]);
}

/**
 * What was not done or taken off stands only among all: it is neither open nor fulfilled.
 *
 * @param {PlacedDecision} placed
 * @param {Standing} standing
 */
function stands({ open, overdue, decision }, standing) {
  if (standing === "all") return true;
  if (standing === "open") return open;
  if (standing === "overdue") return overdue;
  const state = decision.mark?.state;
  return !open && (state === "done" || state === "done_in_part");
}

/** @type {{ [order in Order]: (a: Line, b: Line) => number }} */
const ORDERS = {
  term: (a, b) => byUrgency(a.placed, b.placed),
  person: (a, b) =>
    Number(a.people.length === 0) - Number(b.people.length === 0) ||
    alphabetical(a.people[0] ?? "", b.people[0] ?? "") ||
    byUrgency(a.placed, b.placed),
  protocol: (a, b) =>
    b.placed.meeting.date.localeCompare(a.placed.meeting.date) ||
    a.placed.meeting.id.localeCompare(b.placed.meeting.id) ||
    byNumber(a.placed.number, b.placed.number),
};

/**
 * «1.2» before «1.10».
 *
 * @param {string} a
 * @param {string} b
 */
function byNumber(a, b) {
  const [question = 0, place = 0] = a.split(".").map(Number);
  const [otherQuestion = 0, otherPlace = 0] = b.split(".").map(Number);
  return question - otherQuestion || place - otherPlace;
}

/**
 * Whether anything but the standing and the order narrows the list.
 *
 * @param {Wanted} wanted
 */
export function isNarrowed({ words, person, organisation, year }) {
  return Boolean(words.trim() || person || organisation || year);
}
