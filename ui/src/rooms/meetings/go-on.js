/** @import {Vote} from "../../api/types/records" */
import { flushFields } from "../../components/field/unsaved.js";
import { notify } from "../../state/messages.js";
import { oneOf } from "../../state/records.js";
import { addDecision, addItem, editItem } from "./edit.js";
import { focusQuestion, focusWhenThere } from "./focus.js";
import { dropEmptyDecision } from "./remove.js";

/*
 * A protocol written without the mouse. Ctrl+Enter goes to the next thing that a protocol needs: from the
 * question to its first decision, from a decision to the next one; from an empty decision, which then was not
 * wanted, and from the vote to the next question. Ctrl+Shift+Enter goes to the next question from anywhere.
 * What is not there yet is added.
 */

/** @param {KeyboardEvent} event */
export const goesOn = ({ code, ctrlKey, altKey, metaKey }) =>
  ctrlKey && !altKey && !metaKey && (code === "Enter" || code === "NumpadEnter");

/**
 * From the fields over the agenda to the first question.
 *
 * @param {KeyboardEvent} event
 * @param {string} meeting
 */
export function goToAgenda(event, meeting) {
  event.preventDefault();
  toQuestion(meeting, 0);
}

/**
 * @param {KeyboardEvent} event
 * @param {string} meeting
 * @param {string} item
 */
export function goOn(event, meeting, item) {
  event.preventDefault();
  flushFields();
  const at = event.target instanceof Element ? event.target : null;
  const items = oneOf("meeting", meeting)?.protocol?.items ?? [];
  const place = items.findIndex((one) => one.id === item);
  const decisions = items[place]?.decisions ?? [];
  const here = at?.closest('[data-row="decision"]')?.id;
  const row = decisions.findIndex((decision) => decision.id === here);
  const empty = decisions[row]?.text.trim() === "";
  const onward = event.shiftKey || empty || at?.closest("[data-vote]");
  const next = onward ? null : decisions[row + 1];
  if (next) return focusWhenThere(`${next.id}-text`);
  if (!onward) return addDecision(meeting, item, "resolution");
  if (here && empty) dropEmptyDecision(meeting, item, here);
  toQuestion(meeting, place + 1);
}

/** @param {KeyboardEvent} event */
export const isUnanimous = ({ code, ctrlKey, altKey, metaKey, shiftKey }) =>
  code === "KeyE" && ctrlKey && !altKey && !metaKey && !shiftKey;

/**
 * «Единогласно» from any field of a question. The vote may lie out of sight, so it is said.
 *
 * @param {string} meeting
 * @param {string} item
 * @param {number} number
 */
export function voteUnanimously(meeting, item, number) {
  flushFields();
  const before = oneOf("meeting", meeting)?.protocol?.items.find((one) => one.id === item)?.vote;
  const put = (/** @type {Vote | null} */ vote) =>
    editItem(meeting, item, (one) => ({ ...one, vote }));
  put("unanimous");
  notify({
    text: `Вопрос ${number}: единогласно.`,
    action: "Отменить",
    act: () => put(before ?? null),
  });
}

/**
 * @param {string} meeting
 * @param {number} place
 */
function toQuestion(meeting, place) {
  flushFields();
  const next = oneOf("meeting", meeting)?.protocol?.items[place];
  if (!next) return addItem(meeting);
  focusQuestion(next.id);
}
