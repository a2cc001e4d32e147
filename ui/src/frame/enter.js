import { goToNextField } from "../components/field/next-field.js";
import { commitFields } from "../components/field/unsaved.js";
import { fieldOf, isOneLine } from "./typing.js";

/*
 * Enter in a field of one line takes what stands there and goes on to the next field, as people expect who write
 * without the mouse. In a form with a button of its own it sends the form, and an open list keeps it for its choice.
 */

/** Listens from now on; called once, before the first picture. */
export function followEnter() {
  addEventListener("keydown", (event) => void onKey(event));
}

/** @param {KeyboardEvent} event */
async function onKey(event) {
  const { code, target, ctrlKey, shiftKey, altKey, metaKey, isComposing } = event;
  if (code !== "Enter" && code !== "NumpadEnter") return;
  if (event.defaultPrevented || isComposing || ctrlKey || shiftKey || altKey || metaKey) return;
  // A list is chosen from by letters and arrows; Enter ends that as it ends a line.
  if (target instanceof HTMLSelectElement && !target.form) {
    event.preventDefault();
    return goToNextField(target);
  }
  const field = fieldOf(target);
  if (!field || field.type === "search" || !isOneLine(field)) return;
  if (field.form?.querySelector("[type=submit]")) {
    // A field of one line that wraps does not send its form by itself.
    if (field instanceof HTMLTextAreaElement) {
      event.preventDefault();
      field.form.requestSubmit();
    }
    return;
  }
  event.preventDefault();
  const left = await commitFields();
  // What could not be read is mended first; and what was taken may have led elsewhere by itself.
  if (left.some(({ element }) => element === field) || document.activeElement !== field) return;
  goToNextField(field);
}
