import { invoke } from "@tauri-apps/api/core";

import { asRefusal } from "./error-view.js";

/**
 * Calls a command of the program. This is the only caller of `invoke`, so that every failure leaves as a
 * `Refusal` and nobody above has to know what else can be thrown.
 *
 * @template T
 * @param {string} command
 * @param {{ [name: string]: unknown }} [words]
 * @returns {Promise<T>}
 */
export async function call(command, words) {
  try {
    return await invoke(command, words);
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}
