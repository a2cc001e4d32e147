import { commitFields, holdsUnread } from "../components/field/unsaved.js";

/*
 * A button acts on what stands in the fields, not on what stood there a moment ago. Text leaves its field at once;
 * a date or a term has to be read first, so a press waits for that and then goes through.
 */

const PRESSED = "a, button, label, summary, [role=button], input:is([type=checkbox], [type=radio])";

let passing = false;

/** Listens from now on; called once, before the first picture. */
export function followPresses() {
  addEventListener("click", (event) => void onClick(event), true);
}

/** @param {MouseEvent} event */
async function onClick(event) {
  const pressed = event.target instanceof Element ? event.target.closest(PRESSED) : null;
  if (passing || !(pressed instanceof HTMLElement) || !holdsUnread()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  await commitFields();
  // What was read is drawn first: a button may hold on to what it was drawn with.
  await new Promise((drawn) => setTimeout(drawn));
  if (!pressed.isConnected) return;
  passing = true;
  try {
    pressed.click();
  } finally {
    passing = false;
  }
}
