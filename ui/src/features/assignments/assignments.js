/** @import {DerivedDecision, DerivedTerm} from "../../api/types/derived" */
/** @import {Decision, Meeting} from "../../api/types/records" */

/**
 * @typedef {object} PlacedDecision a decision with what the program says of it
 * @property {Meeting} meeting
 * @property {Decision} decision
 * @property {string} number «1.2»: the question, and the place in it
 * @property {DerivedTerm | null} term the one in force on the day
 * @property {string | null} due its last day, where one follows from it
 * @property {boolean} open an assignment that nobody has marked by the day
 * @property {boolean} overdue open, and its term has passed
 * @property {DerivedDecision} derived
 */

/**
 * The decisions of a meeting, as far as the program has seen them.
 *
 * @param {Meeting} meeting
 * @param {DerivedDecision[]} derived
 * @returns {PlacedDecision[]}
 */
export function placedIn(meeting, derived) {
  const decisions = (meeting.protocol?.items ?? []).flatMap((item) => item.decisions);
  const kept = new Map(decisions.map((decision) => [decision.id, decision]));
  return derived.flatMap((found) => {
    const decision = kept.get(found.id);
    const { number, term, open, overdue } = found;
    const due = term?.due ?? null;
    return decision
      ? [{ meeting, decision, number, term, due, open, overdue, derived: found }]
      : [];
  });
}

/**
 * What waits first: late, then by term (one without a day comes after those with one), then what is done,
 * the newest first.
 *
 * @param {PlacedDecision} a
 * @param {PlacedDecision} b
 */
export function byUrgency(a, b) {
  if (a.open !== b.open) return a.open ? -1 : 1;
  const [first, second] = a.open ? [a, b] : [b, a];
  return (first.due ?? "9999").localeCompare(second.due ?? "9999");
}
