import { commitFields } from "../components/field/unsaved.js";
import { fieldOf, isOneLine } from "./typing.js";

/*
 * Enter in a field of one line takes what stands there and goes on to the next field, as people expect who write
 * without the mouse. In a form with a button of its own it sends the form, and an open list keeps it for its choice.
 */

/** What Enter may lead to: fields, and the one main button. Buttons that delete or add lie between them. */
const PLACES = "input:not([type=hidden], [type=search]), select, textarea, .btn--main";

/** Listens from now on; called once, before the first picture. */
export function followEnter() {
  addEventListener("keydown", (event) => void onKey(event));
}

/** @param {KeyboardEvent} event */
async function onKey(event) {
  const { code, target, ctrlKey, shiftKey, altKey, metaKey, isComposing } = event;
  if (code !== "Enter" && code !== "NumpadEnter") return;
  if (event.defaultPrevented || isComposing || ctrlKey || shiftKey || altKey || metaKey) return;
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
  const next = after(field);
  next?.focus();
  // As Tab does it.
  const text = fieldOf(next ?? null);
  if (text && isOneLine(text)) text.select();
}

/** @param {HTMLElement} field */
function after(field) {
  const within = field.closest("dialog, main") ?? document.body;
  /** @type {HTMLElement[]} */
  const places = [...within.querySelectorAll(PLACES)].filter(
    (place) => place instanceof HTMLElement,
  );
  return places
    .slice(places.indexOf(field) + 1)
    .find((place) => place.tabIndex >= 0 && !place.matches(":disabled") && isSeen(place));
}

/** @param {HTMLElement} place */
const isSeen = (place) => place.getClientRects().length > 0;
