/** @import {AgendaItem, Decision} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { newIds } from "../../api/records.js";
import { flushFields } from "../../components/field/unsaved.js";
import { notifyError } from "../../state/messages.js";
import { oneOf } from "../../state/records.js";
import { pasteList } from "../../features/pasting/pasting.js";
import { agendaLine } from "./agenda-line.js";
import {
  addQuestions,
  editDecision,
  editItem,
  editMeeting,
  editProtocol,
  emptyDecision,
  withNewIds,
} from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { emptyItem } from "../../features/meeting-parts/parts.js";
import { dropEmptyDecision } from "./remove.js";

/*
 * Points and questions written one after another: Enter begins the next point, a list that is pasted becomes as many
 * as it has.
 */

/**
 * Enter alone, not while letters are being composed.
 *
 * @param {KeyboardEvent} event
 */
export const isEnter = ({ code, altKey, ctrlKey, metaKey, shiftKey, isComposing }) =>
  (code === "Enter" || code === "NumpadEnter") &&
  !(altKey || ctrlKey || metaKey || shiftKey || isComposing);

/**
 * Enter in the text of a point. At its end the next point begins, in its middle the rest goes into the next one; an
 * empty point means that there is nothing more to decide, and the vote comes.
 *
 * @param {HTMLTextAreaElement} field
 * @param {string} meeting
 * @param {string} item
 * @param {string} decision
 */
export function beginNextPoint(field, meeting, item, decision) {
  const before = field.value.slice(0, field.selectionStart).trimEnd();
  const after = field.value.slice(field.selectionEnd).trimStart();
  flushFields();
  if (!field.value.trim()) {
    dropEmptyDecision(meeting, item, decision);
    return focusWhenThere(`${item}-vote`);
  }
  // From the very beginning of a text nothing is left for this point.
  if (!before) return;
  const decisions = itemOf(meeting, item)?.decisions ?? [];
  const at = decisions.findIndex((one) => one.id === decision);
  const here = decisions[at];
  const next = decisions[at + 1];
  if (!after) {
    // Who answers for it comes before the next point.
    if (here?.kind === "assignment" && here.responsible.length === 0)
      return focusWhenThere(`${decision}-responsible`);
    if (here?.kind === "recommendation" && !here.addressee)
      return focusWhenThere(`${decision}-addressee`);
    if (next && !next.text.trim()) return focusWhenThere(`${next.id}-text`);
  }
  void withNewIds(1, ([id]) => {
    if (!id) return;
    editItem(meeting, item, (old) => ({
      ...old,
      decisions: old.decisions.flatMap((one) =>
        one.id === decision
          ? [
              { ...one, text: after ? before : one.text },
              { ...emptyDecision(id, "resolution"), text: after },
            ]
          : [one],
      ),
    }));
    focusWhenThere(`${id}-text`);
  });
}

/**
 * A list pasted into the text of a point.
 *
 * @param {ClipboardEvent} event
 * @param {string} meeting
 * @param {string} item
 * @param {string} decision
 */
export function pastePoints(event, meeting, item, decision) {
  pasteList(event, {
    words: ["пункт", "пункта", "пунктов"],
    split: "Разделить на пункты",
    spread: async (texts) => {
      const ids = await idsFor(texts);
      const here = itemOf(meeting, item)?.decisions.find((one) => one.id === decision);
      if (!ids || !here) return undefined;
      /** @type {Decision[]} */
      const more = ids.map((id, at) => ({
        ...emptyDecision(id, here.kind),
        text: texts[at + 1] ?? "",
      }));
      editItem(meeting, item, (one) => ({
        ...one,
        decisions: one.decisions.flatMap((known) =>
          known.id === decision ? [{ ...known, text: texts[0] ?? "" }, ...more] : [known],
        ),
      }));
      focusWhenThere(`${ids.at(-1)}-text`);
      return (whole) => {
        flushFields();
        editItem(meeting, item, (one) => ({
          ...one,
          // What was written into meanwhile stays.
          decisions: one.decisions.filter(
            ({ id, text }) => !ids.includes(id) || !texts.includes(text),
          ),
        }));
        editDecision(meeting, item, decision, { text: whole });
        focusWhenThere(`${decision}-text`);
      };
    },
  });
}

/**
 * An agenda pasted into what a question is about.
 *
 * @param {ClipboardEvent} event
 * @param {string} meeting
 * @param {string} item
 * @param {Someone[]} people who may report
 */
export function pasteQuestions(event, meeting, item, people) {
  pasteList(event, {
    words: QUESTIONS,
    split: "Разделить на вопросы",
    spread: async (texts) => {
      const ids = await idsFor(texts);
      if (!ids) return undefined;
      const more = ids.map((id, at) => questionOf(id, texts[at + 1] ?? "", people));
      const first = agendaLine(texts[0] ?? "", people);
      editProtocol(meeting, (protocol) => ({
        ...protocol,
        items: protocol.items.flatMap((one) =>
          one.id === item
            ? [
                { ...one, ...first, ...(one.reporters.length > 0 && { reporters: one.reporters }) },
                ...more,
              ]
            : [one],
        ),
      }));
      focusWhenThere(`${item}-topic`);
      return (whole) => {
        takeBack(meeting, ids);
        editItem(meeting, item, (one) => ({ ...one, topic: whole }));
        focusWhenThere(`${item}-topic`);
      };
    },
  });
}

/**
 * A numbered agenda pasted into the topic of the meeting: its questions come after those that are there, and the
 * topic stays as it was.
 *
 * @param {ClipboardEvent} event
 * @param {string} meeting
 * @param {Someone[]} people who may report
 */
export function pasteAgenda(event, meeting, people) {
  pasteList(event, {
    words: QUESTIONS,
    split: "",
    apart: true,
    spread: async (texts) => {
      const ids = await idsFor(["", ...texts]);
      if (!ids) return undefined;
      addQuestions(
        meeting,
        ids.map((id, at) => questionOf(id, texts[at] ?? "", people)),
      );
      return (whole) => {
        takeBack(meeting, ids);
        editMeeting(meeting, (one) => ({ ...one, topic: whole }));
        focusWhenThere(`${meeting}-topic`);
      };
    },
  });
}

/**
 * @param {string} id
 * @param {string} line
 * @param {Someone[]} people
 * @returns {AgendaItem}
 */
const questionOf = (id, line, people) => ({ ...emptyItem(id), ...agendaLine(line, people) });

/** @type {[string, string, string]} */
const QUESTIONS = ["вопрос повестки", "вопроса повестки", "вопросов повестки"];

/**
 * Identifiers for all but the first, which is there.
 *
 * @param {string[]} texts
 */
async function idsFor(texts) {
  try {
    return await newIds(texts.length - 1);
  } catch (thrown) {
    notifyError(thrown);
    return null;
  }
}

/**
 * Takes questions out again; those that were written into meanwhile stay.
 *
 * @param {string} meeting
 * @param {string[]} ids
 */
function takeBack(meeting, ids) {
  flushFields();
  const isOnlyTopic = (/** @type {AgendaItem} */ one) =>
    !one.heard && one.spoke.length === 0 && one.decisions.length === 0;
  editProtocol(meeting, (protocol) => ({
    ...protocol,
    items: protocol.items.filter((item) => !ids.includes(item.id) || !isOnlyTopic(item)),
  }));
}

/**
 * @param {string} meeting
 * @param {string} item
 */
const itemOf = (meeting, item) =>
  oneOf("meeting", meeting)?.protocol?.items.find((one) => one.id === item);
