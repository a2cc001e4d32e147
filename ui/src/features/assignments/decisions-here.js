/** @import {Decision} from "../../api/types/records" */
/** @import {PlacedDecision} from "./assignments.js" */
import { computed } from "@preact/signals";

import { derivedOf } from "../../state/derived.js";
import { notify } from "../../state/messages.js";
import { allOf, oneOf, saveRecord } from "../../state/records.js";
import { newMark } from "../marking/marks.js";
import { placedIn } from "./assignments.js";

/** All decisions of the meetings held by the day of the file, by date of the meeting. */
export const decisionsHere = computed(() =>
  allOf("meeting")
    .flatMap((meeting) => {
      const found = derivedOf("meeting", meeting.id);
      return found?.held ? [{ meeting, found }] : [];
    })
    .sort(
      (a, b) =>
        a.meeting.date.localeCompare(b.meeting.date) ||
        (a.found.number ?? 0) - (b.found.number ?? 0) ||
        a.meeting.id.localeCompare(b.meeting.id),
    )
    .flatMap(({ meeting, found }) => placedIn(meeting, found.decisions)),
);

/** How many assignments wait. */
export const openCount = computed(
  () => decisionsHere.value.filter((decision) => decision.open).length,
);

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
    decisions: item.decisions.map((decision) =>
      decision.id === placed.decision.id ? { ...decision, ...change(decision) } : decision,
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
 * «Ларина С. Ю.», as the person is called on the day of the file.
 *
 * @param {string} id
 */
export const personName = (id) => derivedOf("person", id)?.name ?? "";

/**
 * «протокол № 2», or the meeting of a day where it has no number yet.
 *
 * @param {{protocol: {number: number | null} | null}} meeting
 */
export function protocolName(meeting) {
  const number = meeting.protocol?.number;
  return number ? `№\u00a0${number}` : "без номера";
}
