import { flushFields } from "../../components/field/unsaved.js";

/*
 * Zones and tasks written one after another: Enter in the text of one begins the next, Shift+Enter stays in it.
 */

/**
 * Enter alone, not while letters are being composed.
 *
 * @param {KeyboardEvent} event
 */
const isEnter = ({ code, altKey, ctrlKey, metaKey, shiftKey, isComposing }) =>
  (code === "Enter" || code === "NumpadEnter") &&
  !(altKey || ctrlKey || metaKey || shiftKey || isComposing);

/**
 * Enter in the text of one of several. At its end the next one begins, in its middle the rest goes into the next one;
 * in an empty one the list is over.
 *
 * @param {KeyboardEvent} event
 * @param {{empty: () => void, next: (before: string, after: string) => void}} acts
 */
export function beginsNext(event, { empty, next }) {
  const field = event.target;
  if (event.defaultPrevented || !isEnter(event) || !(field instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  const before = field.value.slice(0, field.selectionStart).trimEnd();
  const after = field.value.slice(field.selectionEnd).trimStart();
  flushFields();
  if (!before && !after) empty();
  // From the very beginning of a text nothing is left for this one.
  else if (before) next(before, after);
}
