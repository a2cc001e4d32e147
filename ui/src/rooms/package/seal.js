import { signal } from "@preact/signals";

import { proposePassword } from "../../api/package.js";
import { notifyError } from "../../state/messages.js";

/** The password that closes the file for a letter; nothing where it stays open. It is forgotten with the program. */
export const seal = signal(/** @type {string | null} */ (null));

export async function closeByPassword() {
  try {
    seal.value = await proposePassword();
  } catch (thrown) {
    notifyError(thrown);
  }
}

export function leaveOpen() {
  seal.value = null;
}
