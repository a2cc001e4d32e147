/*
 * Which fields hold text that has not left them yet. The frame asks for them to be emptied before an
 * operation (undo, print, another room, closing), and leaves Ctrl+Z to a field whose text is not kept by itself.
 */

/**
 * @typedef {object} LeftField a field whose text could not be taken: no such date, nobody of that name
 * @property {string} label as it stands over the field: «Срок»
 * @property {string} text as it stands in the field
 * @property {string} why a sentence for the person
 * @property {string} id of the input
 * @property {HTMLElement | null} element
 *
 * @typedef {object} Held
 * @property {() => unknown} commit sends the text on its way; a promise where it has to be read first
 * @property {() => LeftField} left what stands there when it could not be taken
 */

/** @type {Set<Held>} */
const waiting = new Set();

/** A field may be typed in while another one is read; after so many rounds it is told instead. */
const ROUNDS = 5;

/**
 * @param {Held["commit"]} commit
 * @param {Held["left"]} [left]
 * @returns {() => void} the text has left
 */
export function holdText(commit, left = () => ({ ...EMPTY })) {
  const held = { commit, left };
  waiting.add(held);
  return () => {
    waiting.delete(held);
  };
}

/** @type {LeftField} */
const EMPTY = { label: "", text: "", why: "", id: "", element: null };

/** Sends all typed text on its way at once. What has to be read first (a date, a term) arrives a little later. */
export function flushFields() {
  for (const { commit } of [...waiting]) void commit();
}

/**
 * Takes what stands in every field, and waits for what has to be read first. Afterwards `allSaved` of the
 * records tells when it is on the disk.
 *
 * @returns {Promise<LeftField[]>} the fields whose text could not be taken; it still stands in them. Its `text` is
 *   empty where a field that must be filled in was emptied: then nothing typed can be lost
 */
export async function commitFields() {
  let due = [...waiting];
  for (let round = 0; due.length > 0 && round < ROUNDS; round += 1) {
    await Promise.allSettled(due.map((held) => held.commit()));
    // Without a reason it was typed in meanwhile, and is taken as it stands now.
    due = [...waiting].filter((held) => !held.left().why);
  }
  return [...waiting].map((held) => held.left());
}

/** Whether any field holds text that has not left it. */
export const fieldsHold = () => waiting.size > 0;

/**
 * The fields that were left and whose text could not be taken.
 *
 * @returns {LeftField[]}
 */
export const refusedFields = () => [...waiting].map((held) => held.left()).filter(({ why }) => why);

/** What could not be taken is kept elsewhere, and its fields are about to go: nobody waits for them any more. */
export function forgetRefused() {
  for (const held of [...waiting]) if (held.left().why) waiting.delete(held);
}

/** Whether any field holds text that has yet to be taken, besides what could not be. */
export const holdsUnread = () => [...waiting].some((held) => !held.left().why);

/**
 * Takes what stands in the fields before a form is sent. The first field that could not be read gets the focus: it
 * says itself what is wrong.
 *
 * @param {HTMLElement | null} form
 * @returns {Promise<boolean>} whether all of the form could be taken
 */
export async function takeFields(form) {
  const left = await commitFields();
  const first = left.find(({ element }) => element && form?.contains(element))?.element;
  first?.focus();
  return !first;
}

/** @type {(left: LeftField) => void} */
let hearOfLeft = () => {};

/**
 * Hears of texts that could not be taken and whose field is gone, so that they are told instead of lost.
 *
 * @param {(left: LeftField) => void} hear
 */
export function onLeftBehind(hear) {
  hearOfLeft = hear;
}

/** @param {LeftField} left */
export function leaveBehind(left) {
  if (left.text.trim()) hearOfLeft(left);
}

/**
 * What is told of a field that keeps its text.
 *
 * @param {HTMLElement | null} element the input
 * @param {string} text
 * @param {string} why
 * @returns {LeftField}
 */
export function leftIn(element, text, why) {
  const over =
    element && "labels" in element ? /** @type {HTMLInputElement} */ (element).labels : null;
  return {
    label: (over?.[0]?.textContent ?? "").replace(/\s+/g, " ").trim(),
    text,
    why,
    id: element?.id ?? "",
    element,
  };
}

/** What `data-unsaved` says of letters that are on their way to the record by themselves. */
export const LETTERS = "letters";

/**
 * Whether Ctrl+Z belongs to the field that the person is in: it holds half a date or half a name, or stands in a form
 * that is sent by a button. Letters that are saved by themselves are taken back with the act that they belong to.
 *
 * @param {Element | null} element
 */
export function undoesItself(element) {
  if (!(element instanceof HTMLElement)) return false;
  const { unsaved } = element.dataset;
  return (unsaved !== undefined && unsaved !== LETTERS) || element.closest("form") !== null;
}
