/**
 * Brings the focus to a thing that is about to be drawn.
 *
 * @param {string} id
 * @param {string} [instead] where the first one cannot take it
 */
export function focusWhenThere(id, instead) {
  let left = 20;
  const look = () => {
    const found = document.getElementById(id);
    if (found && !(found instanceof HTMLButtonElement && found.disabled)) {
      found.scrollIntoView({ block: "nearest" });
      return found.focus();
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
