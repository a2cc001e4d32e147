/** @import {Chosen, Progress} from "../../api/handing-over.js" */
import { signal } from "@preact/signals";

import * as api from "../../api/handing-over.js";
import { asRefusal } from "../../api/refusal.js";
import { flushFields } from "../../components/field/unsaved.js";
import { community, today, year } from "../../state/file.js";
import { tell } from "../../state/messages.js";
import { allSaved, saving } from "../../state/records.js";

/*
 * The handing-over outlives the room: while a stick is being written one may look into another room and come
 * back, so that its state stands here and not in a component.
 */

/**
 * @typedef {{step: "prepare", refusal: {message: string, hint: string} | null}
 *   | {step: "writing", progress: Progress | null, stopping: boolean, zip: boolean, stick: boolean}
 *   | {step: "written", path: string, zip: boolean, stick: boolean,
 *   community: string, year: number}} Work
 */

export const work = signal(/** @type {Work} */ ({ step: "prepare", refusal: null }));

/** Where to write; the program forgets it when it is closed, since a stick may be another one then. */
export const place = signal(/** @type {Chosen | null} */ (null));

const LAST = "handing-over-path";

/** Where it was written the last time, in words only. */
export const lastPath = signal(localStorage.getItem(LAST) ?? "");

export async function choosePlace() {
  try {
    const chosen = await api.chooseFolder();
    if (!chosen) return;
    place.value = chosen;
    lastPath.value = chosen.path;
    localStorage.setItem(LAST, chosen.path);
  } catch (thrown) {
    const { message, hint } = asRefusal(thrown);
    tell({ text: [message, hint].filter(Boolean).join(" ") });
  }
}

/**
 * Whether the place is a stick that is pulled out afterwards. The path says it on Linux.
 *
 * @param {Chosen | null} where
 */
export const isStick = (where) =>
  Boolean(where && (where.removable || /^\/(run\/)?media\//.test(where.path)));

/** @param {boolean} zip as one file for a letter */
export async function write(zip) {
  const to = place.value;
  const whose = community.value;
  if (!to || !whose || work.value.step === "writing") return;
  const stick = isStick(to);
  work.value = { step: "writing", progress: null, stopping: false, zip, stick };
  flushFields();
  await allSaved();
  if (saving.value.state === "failed") {
    const { message, hint } = saving.value;
    work.value = { step: "prepare", refusal: { message, hint } };
    return;
  }
  const request = {
    community: whose.id,
    year: year.value,
    on: today.value,
    place: to.token,
    zip,
  };
  try {
    const path = await api.handOver(request, (progress) => {
      const now = work.value;
      if (now.step === "writing") work.value = { ...now, progress };
    });
    work.value = { step: "written", path, zip, stick, community: whose.id, year: request.year };
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    work.value = { step: "prepare", refusal: refusal.code === "cancelled" ? null : refusal };
    if (refusal.code === "cancelled") tell({ text: "Запись остановлена." });
    // A token is good for one stick; where the program no longer knows it, the person chooses again.
    if (refusal.code === "no_place") place.value = null;
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
