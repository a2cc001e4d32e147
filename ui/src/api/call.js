/** @import {Commands} from "./types/commands" */
import { invoke } from "@tauri-apps/api/core";

import { asRefusal } from "./error-view.js";

/**
 * Calls a command of the program; its words and its answer are those of `src-tauri/src/commands`. This is the only
 * caller of `invoke`, so that every failure leaves as a `Refusal` and nobody above has to know what else can be
 * thrown.
 *
 * @template {keyof Commands} Name
 * @param {Name} command
 * @param {Commands[Name]["words"]} words
 * @returns {Promise<Commands[Name]["answer"]>}
 */
export async function call(command, ...words) {
  try {
    return await invoke(command, words[0]);
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}
