import { signal } from "@preact/signals";

import * as api from "../api/page-notes.js";
import { notifyError } from "./messages.js";

/*
 * What is typed and belongs to no record: a first start that was left half-way, the words of an application for courses.
 * The program keeps it beside the records, under their password; the page's own storage lies open on the disk and holds
 * nothing but sizes and habits.
 */

/** Where an older version kept such texts: in the page's own storage. */
const MOVED = /^(first-start|first-start-step|paper .*)$/;

const notes = signal(/** @type {ReadonlyMap<string, string>} */ (new Map()));

/** As the disk has them. */
let onDisk = "{}";

/** @type {Promise<void>} */
let last = Promise.resolve();

/**
 * What was kept under a name; nothing where nothing was.
 *
 * @param {string} key
 */
export const noteOf = (key) => notes.value.get(key) ?? null;

/**
 * Keeps a text under a name, or forgets it. The writing goes on by itself, `notesKept` waits for it.
 *
 * @param {string} key
 * @param {string | null} text
 */
export function keepNote(key, text) {
  const next = new Map(notes.peek());
  if (text === null) next.delete(key);
  else next.set(key, text);
  notes.value = next;
  last = last.then(write);
}

/** Resolves when what was typed is on the disk, or was refused and said. */
export const notesKept = () => last;

async function write() {
  const text = JSON.stringify(Object.fromEntries(notes.peek()));
  // Several letters may have waited for one writing.
  if (text === onDisk) return;
  try {
    await api.keepPageNotes(text);
    onDisk = text;
  } catch (refusal) {
    notifyError(refusal);
  }
}

/** Reads what was kept, and takes over what an older version kept in the page's own storage. */
export async function readNotes() {
  await last;
  const text = await api.pageNotes().catch(() => "");
  notes.value = new Map(Object.entries(parsed(text)));
  onDisk = JSON.stringify(parsed(text));
  await moveIn();
}

/** The records are locked: nothing typed stays in the page. */
export function forgetNotes() {
  notes.value = new Map();
  onDisk = "{}";
}

async function moveIn() {
  const keys = Object.keys(localStorage).filter((key) => MOVED.test(key));
  if (keys.length === 0) return;
  for (const key of keys) {
    if (noteOf(key) === null) keepNote(key, localStorage.getItem(key));
  }
  await last;
  // Not before the disk has them.
  const kept = parsed(onDisk);
  for (const key of keys) {
    if (typeof kept[key] === "string") localStorage.removeItem(key);
  }
}

/**
 * @param {string} text
 * @returns {{[key: string]: string}}
 */
function parsed(text) {
  try {
    const read = text ? JSON.parse(text) : {};
    return read && typeof read === "object" && !Array.isArray(read) ? read : {};
  } catch {
    return {};
  }
}
