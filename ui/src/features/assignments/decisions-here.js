/** @import {Decision, Mark} from "../../api/types/records" */
/** @import {PlacedDecision} from "./assignments.js" */
import { computed } from "@preact/signals";

import { community, today } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { allOf, oneOf, saveRecord } from "../../state/records.js";
import { factsOn, withInitials } from "../../words/people.js";
import { decisionsOf } from "./assignments.js";

/** All decisions of the community on the day of the file. */
export const decisionsHere = computed(() =>
  decisionsOf(
    allOf("meeting").filter((one) => one.community === community.value?.id),
    today.value,
  ),
);

/** How many assignments wait. */
export const openCount = computed(() => decisionsHere.value.filter((one) => one.open).length);

/**
 * Changes a decision where it is kept, in the protocol of its meeting. The meeting is read anew, so that
 * what was typed there meanwhile stays.
 *
 * @param {PlacedDecision} placed
 * @param {(decision: Decision) => Partial<Decision>} change
 */
export function changeDecision(placed, change) {
  const meeting = oneOf("meeting", placed.meeting.id);
  if (!meeting?.protocol) return;
  const items = meeting.protocol.items.map((item) => ({
    ...item,
    decisions: item.decisions.map((one) =>
      one.id === placed.decision.id ? { ...one, ...change(one) } : one,
    ),
  }));
  const record = { ...meeting, protocol: { ...meeting.protocol, items } };
  saveRecord({ kind: "meeting", record });
}

/**
 * Marks an assignment as done today, with one press, and offers to take it back.
 *
 * @param {PlacedDecision} placed
 */
export function markDoneToday(placed) {
  const before = placed.decision.mark;
  changeDecision(placed, () => ({ mark: newMark("done") }));
  notify({
    text: `Поручение ${placed.number} отмечено: выполнено.`,
    action: "Отменить",
    act: () => changeDecision(placed, () => ({ mark: before })),
  });
}

/**
 * @param {Mark["state"]} state
 * @returns {Mark}
 */
export function newMark(state) {
  return { state, date: today.value, result: "", reason: "" };
}

/**
 * «Ларина С. Ю.», as the person is called on the day of the file.
 *
 * @param {string} id
 */
export function personName(id) {
  const person = oneOf("person", id);
  const name = person && !person.anonymised && factsOn(person, today.value)?.name;
  return (name && withInitials(name)) || "участник";
}

/**
 * «протокол № 2», or the meeting of a day where it has no number yet.
 *
 * @param {{protocol: {number: number | null} | null}} meeting
 */
export function protocolName(meeting) {
  const number = meeting.protocol?.number;
  return number ? `№\u00a0${number}` : "без номера";
}
