import { effect, signal } from "@preact/signals";

import * as api from "../api/password.js";
import { leaveDrafts } from "./drafts.js";
import { file, locked, takeOpening } from "./file.js";
import { settle, stay } from "./leaving.js";
import { dismissMessage, notify, notifyError } from "./messages.js";
import { switchFile } from "./records.js";
import { go, href } from "./route.js";

/*
 * The lock of a shared PC: by the key, by the button, or by itself when nobody has touched the program for a while.
 * Locked, the page holds none of the records, and the program has forgotten the password.
 */

/** Minutes that may be chosen; zero stands for never. */
export const LOCK_AFTER = [5, 10, 30, 0];

const KEY = "lock-after";
const USUAL = 10;
/** How often it is looked at whether the time has come. */
const LOOK = 5_000;
const SIGNS_OF_LIFE = ["keydown", "pointerdown", "pointermove", "wheel"];

/** Whether the leader's own records have a password. */
export const hasPassword = signal(false);

export const lockAfter = signal(USUAL);

/** @param {number} minutes */
export function chooseLockAfter(minutes) {
  lockAfter.value = minutes;
  localStorage.setItem(KEY, String(minutes));
}

/**
 * Whether nobody has touched the program for so long. A clock that was put back tells nothing.
 *
 * @param {number} last when it was touched, in milliseconds
 * @param {number} now
 * @param {number} minutes zero stands for never
 */
export const isIdle = (last, now, minutes) => minutes > 0 && now - last >= minutes * 60_000;

/** Follows what is touched from now on; called once, at the start. */
export function followLock() {
  const kept = localStorage.getItem(KEY);
  const minutes = Number(kept);
  if (kept !== null && LOCK_AFTER.includes(minutes)) lockAfter.value = minutes;
  let last = Date.now();
  const touched = () => (last = Date.now());
  for (const sign of SIGNS_OF_LIFE)
    addEventListener(sign, touched, { capture: true, passive: true });
  setInterval(() => {
    if (file.value && hasPassword.value && isIdle(last, Date.now(), lockAfter.value)) {
      touched();
      void lockNow();
    }
  }, LOOK);
  effect(() => {
    void file.value;
    void askForPassword();
  });
}

async function askForPassword() {
  // Where it cannot be told, there is nothing to lock either.
  hasPassword.value = await api.hasPassword().catch(() => false);
}

let locking = false;

/**
 * Locks the records. What stands in the fields goes to the disk first, and what cannot be saved is kept as a draft;
 * where the disk refuses even that, the program stays open and says so: no text is lost by a lock.
 */
export async function lockNow() {
  if (locking || locked.value) return;
  if (!hasPassword.value) return tellThereIsNone();
  locking = true;
  try {
    const drafts = await settle("close");
    if (drafts.length > 0 && file.value) await leaveDrafts(drafts);
    stay();
    dismissMessage();
    await switchFile(async () => takeOpening(await api.lock()));
  } catch (thrown) {
    notifyError(thrown);
  } finally {
    locking = false;
  }
}

function tellThereIsNone() {
  notify({
    text: "Пароля нет, закрывать нечем. Поставить его можно в «Настройках».",
    action: "Открыть настройки",
    act: () => go(href("settings")),
  });
}
