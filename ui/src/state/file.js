/** @import {ErrorView, FirstSteps, OpenFile, Opening} from "../api/types/views" */
import { computed, signal } from "@preact/signals";

import * as api from "../api/opening.js";
import { asRefusal } from "../api/error-view.js";
import { schoolYearOf } from "../words/dates.js";
import { forgetNotes, readNotes } from "./page-notes.js";

/** `asking` until the program has answered for the first time. */
export const phase = signal(/** @type {"asking" | "answered"} */ ("asking"));

/** The open file; none on a first start. */
export const file = signal(/** @type {OpenFile | null} */ (null));

/** Why there is no file, where that is not simply a first start. */
export const fault = signal(/** @type {ErrorView | null} */ (null));

/** Whether the records wait for their password. */
export const locked = computed(() => fault.value?.code === "needs_key");

/** Today by the program's clock, whatever file is open. */
export const clockDay = signal("");

const chosenCommunity = signal("");
const chosenYear = signal(/** @type {number | null} */ (null));

/** The community whose year is kept; the first of the file until another is chosen. */
export const community = computed(() => {
  const all = file.value?.communities ?? [];
  return all.find((one) => one.id === chosenCommunity.value) ?? all[0] ?? null;
});

/** The day on which everything is looked at; the example has its own. */
export const today = computed(() => file.value?.today ?? "");

/** The school year that is looked at: today's until another is chosen. */
export const year = computed(
  () => chosenYear.value ?? (today.value ? schoolYearOf(today.value) : 0),
);

/** @param {number} next */
export function chooseYear(next) {
  chosenYear.value = next;
}

/** @param {string} id */
export function chooseCommunity(id) {
  chosenCommunity.value = id;
}

/**
 * Shows what the program has opened. What was typed outside of records comes with it; of a locked file it goes.
 *
 * @param {Opening} opened
 */
export async function takeOpening(opened) {
  if (opened.fault?.code === "needs_key") forgetNotes();
  else await readNotes();
  show(opened);
}

/** @param {Opening} opened */
function show(opened) {
  chosenYear.value = null;
  clockDay.value = opened.today;
  fault.value = opened.fault;
  file.value = opened.file;
  phase.value = "answered";
}

/** Asks what is open. */
export async function askWhatIsOpen() {
  await takeOpening(await api.opening());
}

/**
 * The file or its records could not be read: the reason stands in place of the rooms.
 *
 * @param {unknown} thrown
 */
export function couldNotOpen(thrown) {
  const { code, message, fields, hint } = asRefusal(thrown);
  const said = [message, hint].filter(Boolean).join(" ");
  show({ today: clockDay.value, file: null, fault: { code, message: said, fields } });
}

export async function openExample() {
  await takeOpening(await api.openExample());
}

export async function openOwn() {
  await takeOpening(await api.openOwn());
}

/** @param {FirstSteps} first */
export async function createCommunity(first) {
  await takeOpening(await api.createCommunity(first));
}
