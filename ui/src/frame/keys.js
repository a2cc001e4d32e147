import { commitFields, flushFields, undoesItself } from "../components/field/unsaved.js";
import { cameFrom } from "../rooms/help/came-from.js";
import { fault, file } from "../state/file.js";
import { lockNow } from "../state/lock.js";
import { notify } from "../state/messages.js";
import { printNow } from "../state/printing.js";
import { allSaved, saving } from "../state/records.js";
import { go, href, route } from "../state/route.js";
import { changeScale, chooseScale } from "../state/scale.js";
import { redo, undo } from "../state/steps.js";
import { meaningOf } from "./meaning.js";

/** The search field, which Ctrl+F reaches from anywhere. */
export const FIND_ID = "find";

/** @param {KeyboardEvent} event */
function onKey(event) {
  const meaning = meaningOf(event);
  // Whoever leaves the computer locks it whatever is open.
  if (meaning === "lock") {
    event.preventDefault();
    return void lockNow();
  }
  if (!meaning || document.querySelector("dialog[open]")) return;
  const inside = document.activeElement;
  const step = meaning === "undo" || meaning === "redo";
  // A field may have an undoing of its own; where its text is not kept by itself, it is the browser's.
  if (step && (event.defaultPrevented || undoesItself(inside) || inside?.id === FIND_ID)) return;
  event.preventDefault();
  if (meaning === "find") {
    const find = document.getElementById(FIND_ID);
    if (find instanceof HTMLInputElement) find.select();
    find?.focus();
  }
  // Letters of the last moment are a part of what is taken back.
  else if (meaning === "undo") void commitFields().then(undo);
  else if (meaning === "redo") void commitFields().then(redo);
  else if (meaning === "save") void reassure();
  else if (meaning === "print") void print();
  else if (meaning === "larger") changeScale(1);
  else if (meaning === "smaller") changeScale(-1);
  else if (meaning === "usual") chooseScale(100);
  else help();
}

/** The guide opens at the chapter of what is seen; pressed again, the key leads back. */
function help() {
  flushFields();
  if (route.value.room === "help") return go(cameFrom());
  // With a file open, the guide knows the room that one comes from.
  const chapter = file.value ? "" : fault.value ? "trouble" : "first-start";
  go(href("help", chapter));
}

async function reassure() {
  await commitFields();
  await allSaved();
  if (saving.value.state === "failed") return;
  const at = saving.value.state === "saved" ? ` в ${saving.value.at}` : "";
  notify({ text: `Всё записано${at}. Программа записывает сама, нажимать ничего не нужно.` });
}

async function print() {
  await commitFields();
  await allSaved();
  // A date that was just read may be what the paper depends on, and is drawn first.
  await new Promise((drawn) => setTimeout(drawn));
  if (!printNow()) {
    notify({ text: "Здесь печатать нечего. Откройте протокол, план или отчёт." });
  }
}

/** @returns {() => void} */
export function listenToKeys() {
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}

/**
 * Where no file is open, F1 is the only one of the keys that has something to do.
 *
 * @returns {() => void}
 */
export function listenToHelp() {
  const onHelp = (/** @type {KeyboardEvent} */ event) => {
    if (meaningOf(event) !== "help" || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    help();
  };
  addEventListener("keydown", onHelp);
  return () => removeEventListener("keydown", onHelp);
}
