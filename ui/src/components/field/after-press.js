/*
 * A field that is left because something else is pressed must not move that from under the pointer: what it says,
 * and what its value unfolds below it, waits until the button of the mouse is up again and the click has arrived.
 */

/** Should the button go up where nobody hears of it (outside the window), nothing waits longer than this. */
const LONGEST = 700;

let pressed = false;
/** @type {Set<() => void>} */
const waiting = new Set();

addEventListener("pointerdown", () => (pressed = true), true);
// The click comes after both; a timer comes after the click.
addEventListener("pointerup", () => setTimeout(goOn), true);
addEventListener("pointercancel", () => setTimeout(goOn), true);

function goOn() {
  pressed = false;
  const due = [...waiting];
  waiting.clear();
  for (const act of due) act();
}

/**
 * Acts at once, or after the click when the pointer is pressed.
 *
 * @param {() => void} act
 */
export function afterPress(act) {
  if (!pressed) return act();
  waiting.add(act);
  setTimeout(() => {
    if (waiting.has(act)) goOn();
  }, LONGEST);
}
