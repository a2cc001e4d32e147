/** @import {Place} from "../../api/types/commands" */
import { computed, signal } from "@preact/signals";

import * as api from "../../api/package.js";
import { notifyError } from "../../state/messages.js";

/*
 * Where to write. It outlives the room, and is forgotten when the program is closed, since a stick may be
 * another one then.
 */

/** Nothing before the program has looked for the first time. */
const sticks = signal(/** @type {Place[] | null} */ (null));

/** The folder that was chosen in the dialog. */
const folder = signal(/** @type {Place | null} */ (null));

const chosen = signal("");

/** Sticks first, then the folder of this sitting. */
export const choices = computed(() => {
  const found = sticks.value;
  const own = folder.value;
  if (!found || !own || found.some((one) => one.path === own.path)) return found;
  return [...found, own];
});

/** Where to write now: what the person chose, as long as it is there; before that the first stick. */
export const place = computed(() => {
  const all = choices.value ?? [];
  return all.find((one) => one.path === chosen.value) ?? all[0] ?? null;
});

/** Looks which sticks are in the computer now. */
export async function lookForSticks() {
  try {
    sticks.value = await api.places();
  } catch (thrown) {
    sticks.value ??= [];
    notifyError(thrown);
  }
}

export async function chooseFolder() {
  try {
    const found = await api.chooseFolder();
    if (!found) return;
    sticks.value ??= [];
    folder.value = found;
    chosen.value = found.path;
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** @param {Place} one */
export function choosePlace(one) {
  chosen.value = one.path;
}

/** The program no longer knows what was offered: it is asked anew. */
export function forgetPlaces() {
  folder.value = null;
  void lookForSticks();
}
