/*
 * Enter in a field of one line goes on to the next field, in the order of writing. Buttons are passed by: a key that
 * ends a line must not press one.
 */

/** What can be written into or chosen; of a row of choices only the one that is chosen, or the first. */
const FIELDS =
  'input:not([type="hidden"]):not([disabled]), select:not([disabled]), textarea:not([disabled])';

/**
 * Enter alone, not while letters are being composed.
 *
 * @param {KeyboardEvent} event
 */
export const isEnter = ({ code, altKey, ctrlKey, metaKey, shiftKey, isComposing }) =>
  (code === "Enter" || code === "NumpadEnter") &&
  !(altKey || ctrlKey || metaKey || shiftKey || isComposing);

/**
 * Whether Enter has no meaning of its own in a field: a text of several lines and a file take it themselves.
 *
 * @param {EventTarget | null} target
 */
export const isOneLine = (target) =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !["button", "submit", "file"].includes(target.type));

/**
 * Goes to the field after this one, as Tab does, past all buttons.
 *
 * @param {Element} from
 * @param {Element | null} [within] the form, where the last field is the end of the way
 */
export function goToNextField(from, within = document.body) {
  const fields = [...(within?.querySelectorAll(FIELDS) ?? [])].filter(
    (one) => one instanceof HTMLElement && (one === from || canTake(one)),
  );
  const here = fields.indexOf(from);
  const next =
    here >= 0
      ? fields[here + 1]
      : fields.find((one) => from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (!(next instanceof HTMLElement)) return;
  next.focus();
  // As after Tab: what stands in a field of one line is chosen, and typing takes its place.
  if (next instanceof HTMLInputElement && next.type === "text") next.select();
}

/** @param {HTMLElement} field */
function canTake(field) {
  if (field.offsetParent === null || field.tabIndex < 0) return false;
  if (!(field instanceof HTMLInputElement) || field.type !== "radio" || field.checked) return true;
  const group = [...document.getElementsByName(field.name)];
  return group[0] === field && !group.some((one) => one instanceof HTMLInputElement && one.checked);
}
