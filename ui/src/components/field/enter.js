/*
 * Enter in a form of short fields: it takes what stands in the field and goes to the next one, as in the tables and
 * forms that people know; in the last field it does what the form is for.
 */

/** Of a group of which one is chosen, the chosen one stands for all. */
const FIELDS =
  "input:not([type=checkbox], [type=radio]), input[type=radio]:checked, select, textarea";

/**
 * @param {KeyboardEvent & {currentTarget: HTMLElement}} event heard by the element around the fields
 * @param {() => void} done what the last field leads to
 * @param {string} [last] the id of the field that counts as the last one; otherwise the last in the order of the page
 */
export function goOnByEnter(event, done, last) {
  const { code, altKey, ctrlKey, metaKey, shiftKey, isComposing, target } = event;
  if (code !== "Enter" && code !== "NumpadEnter") return;
  if (altKey || metaKey || shiftKey || isComposing) return;
  if (!(target instanceof HTMLElement) || !target.matches(FIELDS)) return;
  event.preventDefault();
  // A choice that the program has made already is passed by, unless one stands in it.
  const passed = (/** @type {Element} */ field) =>
    field !== target && field.matches("[data-known]");
  if (ctrlKey) return done();
  const fields = [...event.currentTarget.querySelectorAll(FIELDS)].filter(
    (field) =>
      field instanceof HTMLElement &&
      field.offsetParent !== null &&
      !field.matches(":disabled") &&
      !passed(field),
  );
  const at = fields.indexOf(target);
  if (at < 0 || at === fields.length - 1 || target.id === last) return done();
  goInto(/** @type {HTMLElement} */ (fields[at + 1]));
}

/**
 * Into a field as Tab goes there: what stands in it is marked, so that typing replaces it.
 *
 * @param {HTMLElement} field
 */
export function goInto(field) {
  field.focus();
  const text = field.matches("input:not([type=radio]), textarea");
  if (text) /** @type {HTMLInputElement} */ (field).select();
}

/**
 * Into the first field inside an element.
 *
 * @param {Element | null} inside
 */
export function goIntoFirst(inside) {
  const field = inside?.querySelector(FIELDS);
  if (field instanceof HTMLElement) goInto(field);
}
