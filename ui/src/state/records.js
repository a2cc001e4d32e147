/** @import {Kind, Record as AnyRecord} from "../api/types/records" */
/** @import {Changes, Draft, SeenRecord} from "../api/types/views" */
/** @import {Route} from "./route.js" */
import { batch, computed, signal } from "@preact/signals";

import * as api from "../api/records.js";
import { KINDS } from "../api/types/kinds.js";
import { asRefusal } from "../api/error-view.js";
import { forgetAhead, isAhead } from "./ahead.js";
import { readDrafts, tellDrafts } from "./drafts.js";
import { community, file } from "./file.js";
import { notify, notifyError } from "./messages.js";
import { go, href, hrefOf, route } from "./route.js";
import { createSaveQueue } from "./save-queue.js";
import { sentence } from "../words/sentence.js";
import { calledRecord, unwrittenText } from "./unwritten.js";

/**
 * What the top bar says about saving.
 *
 * @typedef {{state: "rest"} | {state: "writing"} | {state: "saved", at: string}
 *   | {state: "failed", message: string, hint: string, called: string, address: string}} Saving
 */

/** Every record of the community by identifier, as the forms show it: saved or still on its way. */
export const records = signal(/** @type {ReadonlyMap<string, AnyRecord>} */ (new Map()));

/** False until the records of the community have come for the first time. */
export const loaded = signal(false);

/** Grows when the disk has something new. What is derived in Rust (overview, papers) is asked for again. */
export const commits = signal(0);

export const saving = signal(/** @type {Saving} */ ({ state: "rest" }));

const byKind = computed(() => {
  /** @type {Map<Kind, AnyRecord["record"][]>} */
  const sorted = new Map();
  for (const one of records.value.values()) {
    const same = sorted.get(one.kind);
    if (same) same.push(one.record);
    else sorted.set(one.kind, [one.record]);
  }
  return sorted;
});

/**
 * All records of a kind.
 *
 * @template {Kind} K
 * @param {K} kind
 * @returns {Extract<AnyRecord, {kind: K}>["record"][]}
 */
export function allOf(kind) {
  return /** @type {any} */ (byKind.value.get(kind) ?? []);
}

/**
 * One record, where it is there and of this kind.
 *
 * @template {Kind} K
 * @param {K} kind
 * @param {string | null | undefined} id
 * @returns {Extract<AnyRecord, {kind: K}>["record"] | null}
 */
export function oneOf(kind, id) {
  const found = id ? records.value.get(id) : undefined;
  return found?.kind === kind ? /** @type {any} */ (found.record) : null;
}

/** Every record as the disk has it, as far as it was told. @type {Map<string, AnyRecord>} */
const onDisk = new Map();

const queue = createSaveQueue(api.save, {
  saved: (record, saved) => {
    onDisk.set(record.record.id, saved.cleaned ?? record);
    // Shown as it is kept, unless more was typed meanwhile: then the next save brings it.
    if (saved.cleaned && records.value.get(record.record.id) === record) show(saved.cleaned);
    batch(() => {
      forgetAhead();
      commits.value += 1;
    });
    lastSavedAt = saved.at;
    saved.also_changed.forEach(takeBesides);
  },
  failed: forgetAhead,
  changed: () => {
    showSaving();
    // Refused text is kept at once, not on closing: the power may go before.
    void tellDrafts("records", refusedRecords());
  },
});
let lastSavedAt = "";

/** What was refused, as drafts. */
const refusedRecords = () => unsavedRecords().filter(({ why }) => why);

/**
 * What of the records in the forms is not on the disk; without a reason where it is still on its way.
 *
 * @returns {Draft[]}
 */
export function unsavedRecords() {
  return queue.unsaved().map(({ record, refusal, seen }) => {
    const { id } = record.record;
    return {
      key: id,
      place: calledRecord(record),
      label: "",
      text: unwrittenText(record, onDisk.get(id)),
      why: refusal === undefined ? "" : asRefusal(refusal).message,
      address: hrefOf(record.kind, id),
      record,
      seen,
    };
  });
}

/**
 * Shows what an operation has changed on the disk. What is typed and not yet saved is kept.
 *
 * @param {Changes} changes
 */
export function takeChanges({ put, gone, at }) {
  const next = new Map(records.value);
  for (const { record, revision } of put) {
    const { id } = record.record;
    onDisk.set(id, record);
    if (!queue.holds(id)) next.set(id, record);
    queue.seen(id, revision);
  }
  for (const id of gone) {
    onDisk.delete(id);
    if (queue.holds(id)) continue;
    next.delete(id);
    queue.forget(id);
  }
  records.value = next;
  commits.value += 1;
  lastSavedAt = at;
  showSaving();
}

/**
 * Whether a draft can be put back as it is: the record is as it was when the draft was made from it.
 *
 * @param {Draft} draft
 * @returns {"fits" | "changed" | "gone"}
 */
export function howFits({ key, seen }) {
  if (!onDisk.has(key)) return seen === null ? "fits" : "gone";
  return queue.revision(key) === seen ? "fits" : "changed";
}

function showSaving() {
  const failed = queue.failures()[0];
  if (failed) {
    const { message, hint } = asRefusal(failed.refusal);
    const { record } = failed;
    const address = hrefOf(record.kind, record.record.id);
    saving.value = { state: "failed", message, hint, called: calledRecord(record), address };
  } else if (queue.busy()) saving.value = { state: "writing" };
  else saving.value = lastSavedAt ? { state: "saved", at: lastSavedAt } : { state: "rest" };
}

/** @param {AnyRecord} record */
function show(record) {
  records.value = new Map(records.value).set(record.record.id, record);
}

/**
 * A record that changed with the one that was saved, since it named a part of it that went. What is being typed in
 * it stays as typed; saving that is refused, as with any record that changed meanwhile.
 *
 * @param {SeenRecord} also_changed
 */
function takeBesides({ record, revision }) {
  const { id } = record.record;
  onDisk.set(id, record);
  if (queue.holds(id)) return;
  queue.seen(id, revision);
  show(record);
}

/**
 * Saves a record. The page shows it at once; should saving fail, it stays as typed and the top bar says so.
 *
 * @param {AnyRecord} record
 */
export function saveRecord(record) {
  if (isAhead(record)) return;
  show(record);
  queue.put(record);
}

/** Sends again what was not saved. A record that changed meanwhile is saved over, since the person asks. */
export async function retrySaving() {
  if (queue.failures().some(({ refusal }) => asRefusal(refusal).code === "stale")) await reload();
  queue.retry();
}

/** Resolves when everything typed is on the disk or refused. */
export const allSaved = () => queue.idle();

let asked = 0;

/**
 * Reads every record anew: for a file that was opened, or where the page has seen that it does not know what the disk
 * has. What is typed and not yet saved is kept.
 */
export async function reload() {
  const whose = community.value;
  const mine = (asked += 1);
  if (!whose) return;
  const kept = await api.fetchRecords(whose.id);
  // An answer for a community that was left meanwhile, or an older answer, is of no use.
  if (mine !== asked) return;
  /** @type {Map<string, AnyRecord>} */
  const next = new Map();
  onDisk.clear();
  for (const { record, revision } of kept) {
    const { id } = record.record;
    onDisk.set(id, record);
    const typed = queue.holds(id) ? records.value.get(id) : undefined;
    next.set(id, typed ?? record);
    queue.seen(id, revision);
  }
  for (const [id, record] of records.value) {
    if (!next.has(id) && queue.holds(id)) next.set(id, record);
  }
  records.value = next;
  loaded.value = true;
  commits.value += 1;
}

/**
 * Opens another file and reads its records. Whoever asks has seen to it that what was typed in this one is on the disk or
 * kept as a draft (`leave`).
 *
 * @param {() => Promise<void>} open
 */
export async function switchFile(open) {
  await queue.idle();
  await open();
  queue.clear();
  onDisk.clear();
  records.value = new Map();
  loaded.value = false;
  lastSavedAt = "";
  showSaving();
  if (file.value) await readDrafts().catch(notifyError);
  await reload();
}

/**
 * Does an operation after everything typed is saved, shows what it changed, and says a failure in words.
 *
 * @param {() => Promise<Changes | null>} operation
 * @returns {Promise<Changes | null | undefined>} nothing (null) to do, or refused and said (undefined)
 */
async function operate(operation) {
  await queue.idle();
  try {
    const done = await operation();
    if (done) takeChanges(done);
    return done;
  } catch (thrown) {
    notifyError(thrown);
    return undefined;
  }
}

/**
 * Does an operation on a record as it was seen and says what it did.
 *
 * @param {string} id
 * @param {(seen: number) => Promise<Changes>} act
 */
export const actOn = (id, act) => doAndSay(() => act(queue.revision(id) ?? 0));

/**
 * Deletes a record and offers to bring it back.
 *
 * @param {string} id
 */
export async function removeRecord(id) {
  const from = route.value;
  const done = await operate(async () => {
    const answer = await api.deleteRecord(id);
    queue.forget(id);
    return answer;
  });
  if (done)
    notify({ text: sentence(done.name), action: "Вернуть", act: () => void bringBack(id, from) });
  return Boolean(done);
}

/**
 * Does an operation that makes or changes records and says what it did.
 *
 * @param {() => Promise<Changes>} operation
 */
export async function doAndSay(operation) {
  const done = await operate(async () => {
    // What could not be saved would be missing from what is done.
    const failed = queue.failures()[0];
    if (failed) throw failed.refusal;
    return operation();
  });
  if (done) notify({ text: sentence(done.name) });
  return Boolean(done);
}

/**
 * Changes several records at once, new ones among them, as one operation, and offers to take all of it back.
 *
 * @param {AnyRecord[]} changed
 * @param {string} said
 * @param {() => void} back what «Отменить» does
 */
export async function saveRecords(changed, said, back) {
  changed.forEach(show);
  const done = await operate(async () => {
    const failed = queue.failures()[0];
    if (failed) throw failed.refusal;
    return api.saveAll(changed.map((any) => [any, queue.revision(any.record.id) ?? null]));
  });
  // What was refused is shown as the disk has it, perhaps otherwise than the page knew.
  if (!done) await reload();
  else notify({ text: said, action: "Отменить", act: back });
  return Boolean(done);
}

/**
 * Deletes several records as one operation and offers to bring all of them back.
 *
 * @param {string[]} ids
 * @param {string} said
 * @param {string} back what is said when they are there again
 */
export async function removeRecords(ids, said, back) {
  const done = await operate(async () => {
    const answer = await api.deleteAll(ids);
    ids.forEach((id) => queue.forget(id));
    return answer;
  });
  const again = () => operate(() => api.restoreAll(ids));
  if (done)
    notify({
      text: said,
      action: "Вернуть",
      act: () => void again().then((ok) => ok && notify({ text: back })),
    });
  return Boolean(done);
}

/**
 * Takes a step back or forth; what is said of it is the caller's.
 *
 * @param {typeof api.undo} step
 */
export const operateStep = (step) => operate(step);

/**
 * Takes out of the roster who was added by mistake, and offers to bring all of it back.
 *
 * @param {string} membership
 * @returns {Promise<string[] | null>} what went; nothing where it was refused
 */
export async function removeMember(membership) {
  const done = await operate(async () => {
    const answer = await api.removeMember(membership);
    answer.gone.forEach((id) => queue.forget(id));
    return answer;
  });
  if (!done) return null;
  const { gone } = done;
  const again = async () => {
    const back = await operate(() => api.restoreAll(gone));
    if (!back) return;
    notify({ text: "Снова в составе." });
    go(hrefOf("membership", membership));
  };
  notify({ text: sentence(done.name), action: "Вернуть", act: () => void again() });
  return gone;
}

/**
 * Brings a record back from the bin. Whoever has just deleted it comes back to it, so that the next act is not done to
 * another one.
 *
 * @param {string} id
 * @param {Route} [from] where the person was then
 */
export async function bringBack(id, from) {
  const done = await operate(() => api.restoreRecord(id));
  if (!done) return;
  notify({ text: sentence(done.name) });
  const kind = records.value.get(id)?.kind;
  if (!from || !kind) return;
  const there = KINDS[kind].words.within ? href(from.room, from.id, from.place) : hrefOf(kind, id);
  if (there !== location.hash) go(there);
}
