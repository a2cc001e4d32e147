import { flushFields } from "../../components/field/unsaved.js";
import { editItem, editProtocol } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { moved } from "../../words/lists.js";

/*
 * Questions and decisions in another order. What was marked of a question (who came after it) goes with it,
 * since it is named by its identifier.
 */

/**
 * @param {string} id
 * @param {string} item
 * @param {number} step
 */
export function moveItem(id, item, step) {
  flushFields();
  keepFocus(() =>
    editProtocol(id, (protocol) => {
      const at = protocol.items.findIndex((one) => one.id === item);
      return { ...protocol, items: moved(protocol.items, at, step) };
    }),
  );
}

/**
 * @param {string} id
 * @param {string} item
 * @param {string} decision
 * @param {number} step
 */
export function moveDecision(id, item, decision, step) {
  flushFields();
  keepFocus(() =>
    editItem(id, item, (old) => {
      const at = old.decisions.findIndex((one) => one.id === decision);
      return { ...old, decisions: moved(old.decisions, at, step) };
    }),
  );
}

/**
 * «Выше» and «Ниже»: the row takes the pressed button with it; at either end the button is closed, and what
 * stands first in the row gets the focus.
 *
 * @param {string} id of the row, beginning the ids of its buttons
 * @param {number} step
 * @param {string} first
 */
export function focusMoved(id, step, first) {
  focusWhenThere(`${id}-${step < 0 ? "up" : "down"}`, { instead: first });
}

/**
 * A row that is taken to another place of the page loses the focus on the way; it is given back.
 *
 * @param {() => void} act
 */
function keepFocus(act) {
  const held = document.activeElement;
  act();
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const lost = document.activeElement === document.body || document.activeElement === held;
      if (!(held instanceof HTMLElement) || !held.isConnected || !lost || held === document.body)
        return;
      held.focus({ preventScroll: true });
      held.scrollIntoView({ block: "nearest" });
    }),
  );
}
