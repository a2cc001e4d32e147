/** @import {Backup, Backups} from "../../api/types/views" */
import { effect, signal } from "@preact/signals";

import * as api from "../../api/backups.js";
import { asRefusal } from "../../api/error-view.js";
import { closeWindow } from "../../api/closing.js";
import { file, takeOpening } from "../../state/file.js";
import { changeFile } from "../../state/leaving.js";
import { notify } from "../../state/messages.js";

/*
 * Copies by themselves: a while after the start, and before the window goes. Neither makes anybody wait: of the first
 * nothing is seen, and the second can be left out.
 */

/** The first picture stands by then, and the person has begun. */
const AFTER_START = 15_000;
/** Sooner than this nobody wonders why the window is still there. */
const UNSEEN = 1_000;

/** Why the copy of the start was not made, until the person has read it. */
export const copyFault = signal("");

/** The copies as they were told last; read anew when the room is opened. */
export const backups = signal(/** @type {Backups | null} */ (null));

/** Whether the window waits for the copy before it goes, long enough to be told. */
export const copiesBeforeClosing = signal(false);

/** Follows what is opened from now on; called once, at the start. */
export function followBackups() {
  let timer = 0;
  effect(() => {
    const open = file.value;
    // What was told of another file, or before the lock, says nothing now.
    backups.value = null;
    clearTimeout(timer);
    if (open && !open.example)
      timer = Number(setTimeout(() => void backUpAfterStart(), AFTER_START));
  });
}

async function backUpAfterStart() {
  try {
    await api.backUpIfDue(false);
    copyFault.value = "";
  } catch (thrown) {
    copyFault.value = asRefusal(thrown).message;
  }
}

/** Makes the copy of what has changed and lets the window go. A copy that fails is made, and told of, at the next start. */
export async function backUpAndClose() {
  if (file.value && !file.value.example) {
    const timer = setTimeout(() => (copiesBeforeClosing.value = true), UNSEEN);
    await api.backUpIfDue(true).catch(() => {});
    clearTimeout(timer);
  }
  await closeWindow();
}

/**
 * Takes the records of a copy in place of those that are open.
 *
 * @param {Backup} backup
 */
export const restore = (backup) =>
  changeFile(async () => {
    const { opening, kept } = await api.restoreBackup(backup.place, backup.name);
    await takeOpening(opening);
    const now = kept ? " Прежние лежат среди копий." : "";
    notify({ text: `Записи возвращены из копии: ${backup.at}.${now}` });
  });
