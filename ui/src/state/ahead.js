/** @import {Record as AnyRecord} from "../api/types/records" */
import { signal } from "@preact/signals";

/*
 * What is being typed reaches the disk when typing pauses. The paper beside the form does not wait for that: it is shown
 * the records as they will be.
 */

/** Records as they will be when what is being typed is saved. */
export const ahead = signal(/** @type {readonly AnyRecord[]} */ ([]));

/** @type {AnyRecord[] | null} */
let gathered = null;

/**
 * Learns what a save would keep, without saving. The act must do nothing but save records.
 *
 * @param {() => void} save
 */
export function lookAhead(save) {
  gathered = [];
  try {
    save();
  } finally {
    ahead.value = gathered;
    gathered = null;
  }
}

/**
 * Takes a record that would be saved; true where nothing is to be saved now.
 *
 * @param {AnyRecord} record
 */
export function isAhead(record) {
  gathered?.push(record);
  return gathered !== null;
}

/** What was typed is on the disk, was refused, or was taken back: the disk has the last word. */
export function forgetAhead() {
  if (ahead.peek().length > 0) ahead.value = [];
}
