/** @import {Draft} from "./types/views" */
import { listen } from "@tauri-apps/api/event";

import { call } from "./call.js";

/**
 * @typedef {object} ClosingQuestion the window is to be closed
 * @property {number} number to be said back at once, or the program takes the page for broken
 * @property {boolean} may_ask whether the person may be asked; a system that shuts down does not wait
 */

/**
 * From now on the window does not close before the page has let it.
 *
 * @param {(question: ClosingQuestion) => void} hear
 */
export async function hearOfClosing(hear) {
  await listen("closing", ({ payload }) => {
    const question = /** @type {ClosingQuestion} */ (payload);
    void call("closing_heard", { number: question.number });
    hear(question);
  });
  await call("listen_to_closing");
}

/**
 * Everything is saved or kept: the window may go.
 *
 * @returns {Promise<null>}
 */
export const closeWindow = () => call("close_window");

/**
 * What could not be saved in the open file, from the last time.
 *
 * @returns {Promise<Draft[]>}
 */
export const fetchDrafts = () => call("drafts");

/**
 * Keeps what could not be saved in the open file, in place of what was kept before.
 *
 * @param {Draft[]} drafts
 * @returns {Promise<null>}
 */
export const keepDrafts = (drafts) => call("keep_drafts", { drafts });
