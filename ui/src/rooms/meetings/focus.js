const FOCUSED = "input, select, textarea, button, summary, [tabindex]";

/** The first field of a part, of a row of choices the one that holds. @param {HTMLElement} part */
const inner = (part) =>
  /** @type {HTMLElement | null} */ (
    part.querySelector('input[type="radio"]:checked') ?? part.querySelector(FOCUSED)
  );

/**
 * Brings the focus to a thing that is about to be drawn.
 *
 * @param {string} id
 * @param {{instead?: string, still?: boolean, whole?: boolean}} [how] `instead` where the first one cannot take it;
 *   `still` where the page must not move, since the mouse is about to press what stands there; `whole` where what is
 *   typed takes the place of what stands in the field
 */
export function focusWhenThere(id, { instead, still = false, whole = false } = {}) {
  let left = 20;
  const look = () => {
    const found = document.getElementById(id);
    if (found && !(found instanceof HTMLButtonElement && found.disabled)) {
      const field = found.matches(FOCUSED) ? found : (inner(found) ?? found);
      if (!still) field.scrollIntoView({ block: "nearest" });
      field.focus({ preventScroll: still });
      if (whole && field instanceof HTMLInputElement) field.select();
      return;
    }
    if (found && instead) return document.getElementById(instead)?.focus();
    left -= 1;
    if (left > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Opens a question, which may lie folded or be about to be drawn, and goes into its first field.
 *
 * @param {string} item
 */
export function focusQuestion(item) {
  let left = 20;
  const look = () => {
    const fold = document.getElementById(item)?.parentElement;
    if (fold instanceof HTMLDetailsElement) {
      fold.open = true;
      return focusWhenThere(`${item}-topic`);
    }
    left -= 1;
    if (left > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
