/** @import {ClosingQuestion} from "./types/commands" */
/** @import {Draft} from "./types/views" */
import { listen } from "@tauri-apps/api/event";

import { call } from "./call.js";

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
 */
export const closeWindow = () => call("close_window");

/**
 * What could not be saved in the open file, from the last time.
 */
export const fetchDrafts = () => call("drafts");

/**
 * Keeps what could not be saved in the open file, in place of what was kept before.
 *
 * @param {Draft[]} drafts
 */
export const keepDrafts = (drafts) => call("keep_drafts", { drafts });
