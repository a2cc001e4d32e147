import { onLeftBehind, undoesItself } from "../components/field/unsaved.js";
import { file } from "../state/file.js";
import { notify } from "../state/messages.js";
import { typography } from "../state/typography.js";
import { cleaned } from "../words/cleaned.js";
import { TRIGGERS, mended } from "../words/typography.js";
import { meaningOf } from "./meaning.js";

/*
 * What happens to letters on their way into a field, in every room alike: what is pasted is cleaned of signs that
 * nobody can see, and what is typed in prose gets its quotes and dashes. Both write as a person would, so that the
 * field hears of it and can take it back.
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} TextField */

/** @type {{field: TextField, caret: number, was: string, put: string} | null} what was mended by the last key */
let last = null;
/** Our own writing is not mended again. */
let writing = false;

/** Listens from now on; called once, before the first picture. */
export function followTyping() {
  addEventListener("paste", onPaste);
  addEventListener("input", onInput, true);
  // Before the keys of the frame, whose Ctrl+Z takes back a whole operation.
  addEventListener("keydown", onKey, true);
  onLeftBehind(({ label, text, why }) => {
    notify({ text: `Не записано${label ? ` в поле «${label}»` : ""}: «${text}». ${why}`.trim() });
  });
}

/**
 * @param {EventTarget | null} target
 * @returns {TextField | null}
 */
export const fieldOf = (target) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && ["text", "search"].includes(target.type))
    ? target
    : null;

/**
 * A field whose text is one line, though it may be drawn on several.
 *
 * @param {TextField} field
 */
export const isOneLine = (field) =>
  field instanceof HTMLInputElement || field.dataset.line !== undefined;

/** @param {ClipboardEvent} event */
function onPaste(event) {
  const field = fieldOf(event.target);
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!field || event.defaultPrevented || field.disabled || field.readOnly) return;
  const lines = cleaned(text);
  // A field of one line has no line ends; a word must not grow together with the next one.
  const clean = field instanceof HTMLInputElement ? lines.trim().replace(/\s*\n\s*/g, " ") : lines;
  if (clean === text) return;
  event.preventDefault();
  write(field, field.selectionStart ?? 0, field.selectionEnd ?? 0, clean);
}

/** @param {Event} event */
function onInput(event) {
  if (writing) return;
  last = null;
  const field = fieldOf(event.target);
  if (!field || field.dataset.prose === undefined || !typography.value) return;
  if (!(event instanceof InputEvent) || event.inputType !== "insertText" || event.isComposing)
    return;
  const caret = field.selectionStart;
  if (caret === null || caret !== field.selectionEnd) return;
  const { value } = field;
  if (!TRIGGERS.includes(value.charAt(caret - 1))) return;
  const paragraph = value.slice(value.lastIndexOf("\n", caret - 1) + 1, caret);
  const change = mended(paragraph, value.slice(caret, caret + 1));
  if (!change) return;
  const from = caret - change.back;
  const was = value.slice(from, caret);
  write(field, from, caret, change.put);
  last = { field, caret: from + change.put.length, was, put: change.put };
}

/**
 * Ctrl+Z gives back what was just mended, and half a date or a name that has not left the field. Letters that are saved
 * by themselves are taken back with the act that they belong to, which is the frame's.
 *
 * @param {KeyboardEvent} event
 */
function onKey(event) {
  const meaning = meaningOf(event);
  const field = fieldOf(event.target);
  if (!field || (meaning !== "undo" && meaning !== "redo")) return;
  const mine = meaning === "undo" && unmend(field);
  if (!mine && !keepsItsLetters(field)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  // WebKitGTK has no key of its own for it.
  if (!mine) document.execCommand(meaning);
}

/** @param {TextField} field */
const keepsItsLetters = (field) =>
  undoesItself(field) ||
  field.type === "search" ||
  !file.value ||
  document.querySelector("dialog[open]") !== null;

/**
 * @param {TextField} field
 * @returns {boolean} whether there was anything to give back
 */
function unmend(field) {
  const mend = last;
  last = null;
  if (mend?.field !== field || field.selectionEnd !== mend.caret) return false;
  const from = mend.caret - mend.put.length;
  if (field.value.slice(from, mend.caret) !== mend.put) return false;
  write(field, from, mend.caret, mend.was);
  return true;
}

/**
 * Writes over a part of a field, as if it were typed.
 *
 * @param {TextField} field
 * @param {number} from
 * @param {number} to
 * @param {string} text
 */
function write(field, from, to, text) {
  writing = true;
  try {
    field.setSelectionRange(from, to);
    const done = document.execCommand(text ? "insertText" : "delete", false, text);
    if (done) return;
    field.setRangeText(text, from, to, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  } finally {
    writing = false;
  }
}
