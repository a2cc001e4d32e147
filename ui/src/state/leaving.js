/** @import {Draft} from "../api/types/views" */
import { signal } from "@preact/signals";

import { asRefusal } from "../api/error-view.js";
import { leaveDrafts } from "./drafts.js";
import { file } from "./file.js";
import { notesKept } from "./page-notes.js";
import { allSaved, switchFile, unsavedRecords } from "./records.js";
import { go, href, hrefOfRoute, route } from "./route.js";
import { unsentForms } from "./unsent.js";

/*
 * Before anything that takes a form away (another room, another year, another file, the end of the program), what
 * stands in the fields goes to the disk. What cannot is asked about, and kept.
 */

/**
 * @typedef {{label: string, text: string, why: string, id: string, element: HTMLElement | null}} LeftField a field whose text could not be taken
 *
 * @typedef {object} Fields what the page's fields can do; the state itself knows no fields
 * @property {() => Promise<LeftField[]>} commit takes what stands in them and tells which could not be taken
 * @property {() => boolean} hold whether any holds text that has not left it
 * @property {() => void} forget lets go of text that was kept as a draft
 * @property {() => string} where in words, where the person is: «Заседания»
 *
 * @typedef {"room" | "file" | "close"} Way what is left: a form, the file, the program
 *
 * @typedef {object} Question
 * @property {Way} way
 * @property {Draft[]} drafts what could not be saved
 * @property {() => unknown} act leaves
 * @property {string} refused why the draft could not be kept either, in words
 */

/** What the person is asked. */
export const question = signal(/** @type {Question | null} */ (null));

/** How long the disk may take before it is told that it has not answered. */
const PATIENCE = 8_000;
/** How long another room waits for the disk: the text goes on to it by itself, wherever the person is. */
const GLANCE = 1_500;

/** @type {Fields} */
let fields = { commit: async () => [], hold: () => false, forget: () => {}, where: () => "" };

/** @param {Fields} given */
export function setFields(given) {
  fields = given;
}

/** Whether leaving has nothing to wait for. */
export const nothingHeld = () => !fields.hold();

/**
 * Takes what stands in every field and waits until it is on the disk.
 *
 * @param {Way} way
 * @returns {Promise<Draft[]>} what could not be saved; for a room only the fields that go away with it
 */
export async function settle(way) {
  const wait = way === "room" ? GLANCE : PATIENCE;
  const left = (await within(wait, fields.commit())) ?? [];
  await within(wait, Promise.all([allSaved(), notesKept()]));
  const typed = left
    .filter(({ text, element }) => text.trim() && element?.isConnected)
    .map(draftOfField);
  return way === "room" ? typed : [...typed, ...unsentForms(), ...unsavedRecords()];
}

/**
 * Leaves when everything typed is on the disk; asks where something cannot be saved.
 *
 * @param {Way} way
 * @param {() => unknown} act leaves
 */
export async function leave(way, act) {
  if (way === "room" && nothingHeld()) return void (await act());
  const drafts = await settle(way);
  // Before there is a file nothing can be refused, and no draft can be kept.
  if (drafts.length === 0 || !file.value) return void (await act());
  question.value = { way, drafts, act, refused: "" };
}

/**
 * Ends the program without asking: what cannot be saved is kept as far as the disk takes it.
 *
 * @param {() => unknown} act
 */
export async function leaveAtOnce(act) {
  const drafts = await settle("close");
  if (drafts.length > 0 && file.value) {
    await within(
      PATIENCE,
      leaveDrafts(drafts).catch(() => {}),
    );
  }
  await act();
}

/** The person goes back to what could not be saved. */
export function stay() {
  question.value = null;
}

/** The person leaves all the same. What could not be saved is kept first; where even that fails, it is said. */
export async function leaveWithDrafts() {
  const asked = question.value;
  if (!asked) return;
  if (!asked.refused) {
    try {
      await leaveDrafts(asked.drafts);
    } catch (thrown) {
      question.value = { ...asked, refused: asRefusal(thrown).message };
      return;
    }
  }
  question.value = null;
  fields.forget();
  await asked.act();
}

/**
 * Opens another file, with its overview: what was looked at in this one means nothing there.
 *
 * @param {() => Promise<void>} open
 */
export const changeFile = (open) =>
  leave("file", async () => {
    // Gone to before the file opens: afterwards it would take along whoever has already pressed another room.
    go(href("overview"));
    await switchFile(open);
  });

/**
 * @param {LeftField} left
 * @returns {Draft}
 */
export function draftOfField({ label, text, why, id }) {
  const address = hrefOfRoute(route.value);
  return {
    key: `${address} ${id} ${label}`,
    place: fields.where(),
    label,
    text,
    why,
    address,
    record: null,
    seen: null,
  };
}

/**
 * @template T
 * @param {number} most
 * @param {Promise<T>} work
 * @returns {Promise<T | undefined>} nothing where it took longer
 */
function within(most, work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const over = new Promise((/** @type {(value: undefined) => void} */ notify) => {
    timer = setTimeout(() => notify(undefined), most);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
