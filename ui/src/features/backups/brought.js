/** @import {BroughtCopy} from "../../api/types/commands" */
import { effect, signal } from "@preact/signals";

import { takeCarriedCopy } from "../../api/backups.js";
import { broughtCopy, hearOfBrought } from "../../api/brought.js";
import { locked, phase, takeOpening } from "../../state/file.js";
import { changeFile } from "../../state/leaving.js";
import { notify, notifyError } from "../../state/messages.js";

/*
 * A copy that somebody has opened by a double click. It is shown when the records are open: a lock waits for its password
 * first.
 */

/** The copy that is looked at. */
export const brought = signal(/** @type {BroughtCopy | null} */ (null));

/** Follows what is opened with the program from now on; called once, at the start. */
export function followBrought() {
  // Without the program (a page opened by itself) nothing is ever opened with it.
  hearOfBrought(() => void ask()).catch(() => {});
  effect(() => {
    if (phase.value === "answered" && !locked.value) void ask();
  });
}

async function ask() {
  if (phase.peek() !== "answered" || locked.peek()) return;
  try {
    const copy = await broughtCopy();
    if (copy) brought.value = copy;
  } catch (thrown) {
    notifyError(thrown);
  }
}

/**
 * Takes the records of the copy; what was there before is kept as a copy first.
 *
 * @param {BroughtCopy} copy
 * @param {string} password
 */
export const take = (copy, password) =>
  changeFile(async () => {
    const { opening, wrong } = await takeCarriedCopy(copy.token, password);
    if (!opening) return notify({ text: wrong ?? "" });
    await takeOpening(opening);
    const before = copy.replaces ? " Прежние лежат среди копий." : "";
    notify({ text: `Записи возвращены из копии: ${copy.at}.${before}` });
  });
