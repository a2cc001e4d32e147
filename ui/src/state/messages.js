import { signal } from "@preact/signals";

import { asRefusal } from "../api/error-view.js";

/**
 * @typedef {object} Message lies above the page for a while: «Удалено. Вернуть»
 * @property {string} text
 * @property {string} [action] the word on its button
 * @property {() => void} [act]
 * @property {{action: string, act: () => void}} [also] a second button: «Показать в папке», «Открыть»
 */

export const message = signal(/** @type {Message | null} */ (null));

/** Long enough to be read twice by someone who reads slowly, and to reach the button by Tab. */
const STAYS = 12_000;
let timer = 0;

let held = false;

/** @param {Message} next */
export function notify(next) {
  message.value = next;
  wait();
}

function wait() {
  clearTimeout(timer);
  if (!held && message.value) timer = Number(setTimeout(() => (message.value = null), STAYS));
}

/**
 * The message stays while somebody is at it, and a while longer.
 *
 * @param {boolean} on
 */
export function holdMessage(on) {
  held = on;
  wait();
}

/**
 * Says a refusal in its own words; for acts that have no better place for it on the screen.
 *
 * @param {unknown} thrown
 */
export function notifyError(thrown) {
  const { message: said, hint } = asRefusal(thrown);
  notify({ text: [said, hint].filter(Boolean).join(" ") });
}

export function dismissMessage() {
  clearTimeout(timer);
  held = false;
  message.value = null;
}
