/**
 * Puts the focus on a field that has just come, or on what is left after a part was taken out, so that
 * whoever works by keyboard goes on from there. The `autofocus` of HTML works only once in a page.
 *
 * @param {string} id
 */
export function focusField(id) {
  // Two frames: the page is drawn in the first one.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.getElementById(id)?.focus({ preventScroll: false })),
  );
}
