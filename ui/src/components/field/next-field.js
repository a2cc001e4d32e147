/*
 * The field after this one in the order of writing. Buttons that delete or add are passed by: a key that ends a line
 * must press nothing.
 */

/** What Enter may lead to: fields, but for a choice that is made already, and the one main button. */
const PLACES =
  "input:not([type=hidden], [type=search]), select:not([data-known]), textarea, .btn--main";

/**
 * Goes there as Tab does: what stands in a field of one line is chosen, and typing takes its place.
 *
 * @param {HTMLElement} field
 */
export function goToNextField(field) {
  const next = after(field);
  next?.focus();
  if (
    (next instanceof HTMLInputElement && next.type === "text") ||
    (next instanceof HTMLTextAreaElement && next.dataset.line !== undefined)
  )
    next.select();
}

/** @param {HTMLElement} field */
function after(field) {
  const within = field.closest("dialog, main") ?? document.body;
  /** @type {HTMLElement[]} */
  const places = [...within.querySelectorAll(PLACES)].filter(
    (place) => place instanceof HTMLElement,
  );
  return places.slice(places.indexOf(field) + 1).find(canTake);
}

/** @param {HTMLElement} place */
function canTake(place) {
  if (place.tabIndex < 0 || place.matches(":disabled") || place.getClientRects().length === 0)
    return false;
  // Of a row of choices the one that holds, or the first.
  if (!(place instanceof HTMLInputElement) || place.type !== "radio" || place.checked) return true;
  const group = [...document.getElementsByName(place.name)];
  return (
    group[0] === place && !group.some((radio) => radio instanceof HTMLInputElement && radio.checked)
  );
}
