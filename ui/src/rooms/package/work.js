/** @import {Progress, Written} from "../../api/types/commands" */
import { signal } from "@preact/signals";

import * as api from "../../api/package.js";
import { asRefusal } from "../../api/error-view.js";
import { commitFields } from "../../components/field/unsaved.js";
import { community, year } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { allSaved, saving } from "../../state/records.js";
import { lookAtPlace, mayRemoveAt } from "./leftovers.js";
import { seal } from "./seal.js";
import { chooseFolder, forgetPlaces, lookForSticks, place } from "./places.js";

/*
 * The handing-over outlives the room: while a stick is being written one may look into another room and come
 * back, so that its state stands here and not in a component.
 */

/**
 * @typedef {{step: "prepare", refusal: {message: string, hint: string} | null}
 *   | {step: "writing", progress: Progress | null, compared: number, stopping: boolean, zip: boolean, stick: boolean,
 *     since: number}
 *   | {step: "written", written: Written, at: Date, of: {community: string, year: number}, shown: number,
 *     zip: boolean, stick: boolean, sealed: string | null}} Work
 */

export const work = signal(/** @type {Work} */ ({ step: "prepare", refusal: null }));

/** What stood in the way has been put right, so nothing is reproached any more. */
export function forgetRefusal() {
  if (work.value.step === "prepare") work.value = { step: "prepare", refusal: null };
}

/**
 * @param {number} shown the package that was looked at, by its token
 * @param {boolean} zip as one file for a letter
 * @param {string[]} leaveOut paths in the package
 */
export async function write(shown, zip, leaveOut) {
  const whose = community.value;
  if (!whose || work.value.step === "writing") return;
  // A file for a letter needs no stick: the person says where to put it.
  if (zip && !place.value) await chooseFolder();
  const to = place.value;
  if (!to) return;
  const stick = to.removable;
  const sealed = zip ? seal.value : null;
  const since = Date.now();
  work.value = { step: "writing", progress: null, compared: 0, stopping: false, zip, stick, since };
  await commitFields();
  await allSaved();
  if (saving.value.state === "failed") {
    const { message, hint } = saving.value;
    work.value = { step: "prepare", refusal: { message, hint } };
    return;
  }
  const of = { community: whose.id, year: year.value };
  try {
    const written = await api.handOver(
      {
        package: shown,
        leave_out: leaveOut,
        place: to.token,
        zip,
        password: sealed,
        remove_leftovers: mayRemoveAt(to.path),
      },
      (progress) => {
        const now = work.value;
        if (now.step !== "writing") return;
        // The next file begins only when the one before has been read back and was the same.
        const next = now.progress !== null && now.progress.file !== progress.file;
        work.value = { ...now, progress, compared: now.compared + (next ? 1 : 0) };
      },
    );
    work.value = { step: "written", written, at: new Date(), of, shown, zip, stick, sealed };
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    work.value = { step: "prepare", refusal: refusal.code === "cancelled" ? null : refusal };
    if (refusal.code === "cancelled") notify({ text: "Запись остановлена." });
    if (refusal.code === "no_place") forgetPlaces();
    else void lookForSticks();
    void lookAtPlace(place.value);
  }
}

export async function stop() {
  const now = work.value;
  if (now.step !== "writing") return;
  work.value = { ...now, stopping: true };
  await api.cancelHandOver();
}

export function backToPreparing() {
  work.value = { step: "prepare", refusal: null };
}
