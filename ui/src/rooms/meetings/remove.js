import { flushFields } from "../../components/field/unsaved.js";
import { notify } from "../../state/messages.js";
import { oneOf } from "../../state/records.js";
import { counted } from "../../words/numbers.js";
import { decisionIds, namingOf } from "../../features/record-parts/naming.js";
import { editItem, editMeeting } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { inserted, without } from "../../words/lists.js";
import {
  emptyProtocol,
  withMarksBack,
  withoutQuestion,
} from "../../features/meeting-parts/parts.js";

/** What else is said where rows of the plan were proved by what was deleted. @param {number} rows */
const noProof = (rows) =>
  rows > 0
    ? ` и больше не подтверждает ${counted(rows, "мероприятие", "мероприятия", "мероприятий")} плана`
    : "";

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
  const naming = namingOf(decisionIds([gone]));
  const between = withoutQuestion(then.attendance, items, item);
  editMeeting(id, (meeting) => ({
    ...meeting,
    attendance: between,
    protocol: meeting.protocol && { ...meeting.protocol, items: without(items, at) },
  }));
  // To the question that took its place, or to the one before.
  const beside = items[at + 1] ?? items[at - 1];
  focusWhenThere(beside?.id ?? "meeting-add-question", { instead: "meeting-agenda" });
  notify({
    text: `Вопрос ${at + 1} удалён${noProof(naming.count)}.`,
    action: "Вернуть",
    act: () => {
      editMeeting(id, (meeting) => {
        const protocol = meeting.protocol ?? emptyProtocol(null);
        if (protocol.items.some((one) => one.id === item)) return meeting;
        return {
          ...meeting,
          attendance: withMarksBack(meeting.attendance, then.attendance, between),
          protocol: { ...protocol, items: inserted(protocol.items, at, gone) },
        };
      });
      void naming.again();
    },
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
  const naming = namingOf([decision]);
  editItem(id, item, (one) => ({ ...one, decisions: without(one.decisions, at) }));
  const beside = old?.decisions[at + 1] ?? old?.decisions[at - 1];
  focusWhenThere(beside ? `${beside.id}-text` : `${item}-decide`);
  notify({
    text: `Пункт ${number} удалён${noProof(naming.count)}.`,
    action: "Вернуть",
    act: () => {
      editItem(id, item, (one) =>
        one.decisions.some(({ id: known }) => known === decision)
          ? one
          : { ...one, decisions: inserted(one.decisions, at, gone) },
      );
      void naming.again();
    },
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
