/** @import {PlaceState} from "../../api/types/commands" */
import { signal } from "@preact/signals";

import * as api from "../../api/package.js";
import { notify, notifyError } from "../../state/messages.js";

/** What lies in the chosen place, of which the path is kept; nothing before it was looked at. */
export const placeState = signal(/** @type {{path: string, state: PlaceState} | null} */ (null));

/** @param {{token: number, path: string} | null} to */
export async function lookAtPlace(to) {
  if (!to) {
    placeState.value = null;
    return;
  }
  try {
    placeState.value = { path: to.path, state: await api.lookAtPlace(to.token) };
  } catch {
    // A place that does not answer is refused with its reason when something is written there.
    placeState.value = null;
  }
}

/** Where the person has agreed that leftovers go: a whole one goes with the next writing. */
const agreed = new Set();

/** @param {string} path */
export const mayRemoveAt = (path) => agreed.has(path);

/** @param {{token: number, path: string}} to */
export async function removeLeftovers(to) {
  agreed.add(to.path);
  try {
    const state = await api.removeLeftovers(to.token);
    placeState.value = { path: to.path, state };
    const kept = state.leftovers.some((leftover) => leftover.state === "complete");
    notify({
      text: kept
        ? "Целый пакет оставлен: он уйдёт, когда запишется новый."
        : "Следы прерванной записи убраны.",
    });
  } catch (thrown) {
    notifyError(thrown);
    await lookAtPlace(to);
  }
}
