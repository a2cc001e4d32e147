/** @import {Draft} from "../api/types/views" */
import { signal } from "@preact/signals";

import * as api from "../api/closing.js";

/*
 * What could not be saved lies in a file beside the records until it is saved or given up, so that neither closing nor
 * a power cut takes it. Three sources put something there: records that were refused, fields that could not be
 * read, and what is left from before and waits for the person to decide.
 */

/** What was left in a field or a record that is no longer in the form: from the last time, or from a room left since. */
export const leftOver = signal(/** @type {Draft[]} */ ([]));

/** Whether what cannot be saved is at least kept as a draft. */
export const draftsKept = signal(true);

/** @typedef {"records" | "fields"} Source */

/** @type {Map<Source, Draft[]>} */
const now = new Map();

/** As the file beside the records has it. */
let onDisk = "[]";

/** @type {Promise<void>} */
let last = Promise.resolve();

function all() {
  const current = [...now.values()].flat();
  const keys = new Set(current.map(({ key }) => key));
  return [...leftOver.value.filter(({ key }) => !keys.has(key)), ...current];
}

/**
 * Tells what cannot be saved now; what the source told before is forgotten.
 *
 * @param {Source} source
 * @param {Draft[]} drafts
 */
export function tellDrafts(source, drafts) {
  now.set(source, drafts);
  return keepDrafts();
}

/**
 * Puts what is left on the list that the person decides about.
 *
 * @param {Draft[]} drafts
 */
export function leaveDrafts(drafts) {
  const keys = new Set(drafts.map(({ key }) => key));
  leftOver.value = [...leftOver.value.filter(({ key }) => !keys.has(key)), ...drafts];
  return keepDrafts();
}

/**
 * The person has decided: it is saved, or not wanted.
 *
 * @param {string} key
 */
export function dropDraft(key) {
  leftOver.value = leftOver.value.filter((one) => one.key !== key);
  return keepDrafts();
}

/**
 * Brings the file beside the records up to date, one writing after another. Nothing is written where nothing changed.
 *
 * @returns {Promise<void>} refused where the disk refuses the draft, too
 */
export function keepDrafts() {
  last = last.catch(() => {}).then(write);
  // Whoever does not wait is told by the signal.
  last.catch(() => {});
  return last;
}

async function write() {
  const drafts = all();
  const text = JSON.stringify(drafts);
  if (text === onDisk) return;
  try {
    await api.keepDrafts(drafts);
    onDisk = text;
    draftsKept.value = true;
  } catch (refusal) {
    draftsKept.value = false;
    throw refusal;
  }
}

/** Reads what is left in the file that has been opened. What was told of the file before is forgotten. */
export async function readDrafts() {
  await last.catch(() => {});
  now.clear();
  leftOver.value = [];
  onDisk = "[]";
  draftsKept.value = true;
  const drafts = (await api.fetchDrafts()) ?? [];
  onDisk = JSON.stringify(drafts);
  leftOver.value = drafts;
}
