import { flushFields } from "../../components/field/unsaved.js";
import { tell } from "../../state/messages.js";
import { oneOf } from "../../state/records.js";
import { editItem, editMeeting } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { emptyProtocol, inserted, withMarksBack, without, withoutQuestion } from "./parts.js";

/**
 * @param {string} id
 * @param {string} item
 */
export function removeItem(id, item) {
  flushFields();
  const then = oneOf("meeting", id);
  const items = then?.protocol?.items ?? [];
  const at = items.findIndex((one) => one.id === item);
  const gone = items[at];
  if (!then || !gone) return;
  const between = withoutQuestion(then.attendance, items, item);
  editMeeting(id, (meeting) => ({
    ...meeting,
    attendance: between,
    protocol: meeting.protocol && { ...meeting.protocol, items: without(items, at) },
  }));
  focusWhenThere("meeting-agenda");
  tell({
    text: `Вопрос ${at + 1} удалён.`,
    action: "Вернуть",
    act: () =>
      editMeeting(id, (meeting) => {
        const protocol = meeting.protocol ?? emptyProtocol(null);
        if (protocol.items.some((one) => one.id === item)) return meeting;
        return {
          ...meeting,
          attendance: withMarksBack(meeting.attendance, then.attendance, between),
          protocol: { ...protocol, items: inserted(protocol.items, at, gone) },
        };
      }),
  });
}

/**
 * @param {string} id
 * @param {string} item
 * @param {string} decision
 * @param {string} number
 */
export function removeDecision(id, item, decision, number) {
  flushFields();
  const old = oneOf("meeting", id)?.protocol?.items.find((one) => one.id === item);
  const at = old?.decisions.findIndex((one) => one.id === decision) ?? -1;
  const gone = old?.decisions[at];
  if (!gone) return;
  editItem(id, item, (one) => ({ ...one, decisions: without(one.decisions, at) }));
  focusWhenThere(item);
  tell({
    text: `Пункт ${number} удалён.`,
    action: "Вернуть",
    act: () =>
      editItem(id, item, (one) =>
        one.decisions.some(({ id: known }) => known === decision)
          ? one
          : { ...one, decisions: inserted(one.decisions, at, gone) },
      ),
  });
}

/**
 * A decision that was begun and never written goes without a word: there is nothing to bring back.
 *
 * @param {string} id
 * @param {string} item
 * @param {string} decision
 */
export function dropEmptyDecision(id, item, decision) {
  editItem(id, item, (old) => ({
    ...old,
    decisions: old.decisions.filter(
      ({ id: known, text, responsible, term }) =>
        known !== decision || text.trim() || responsible.length > 0 || term,
    ),
  }));
}
