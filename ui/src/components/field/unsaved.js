/*
 * Which fields hold text that has not left them yet. The frame asks for them to be emptied before an
 * operation (undo, print, another room), and leaves Ctrl+Z to a field whose text is not kept by itself.
 */

/** @type {Set<() => void>} */
const waiting = new Set();

/**
 * @param {() => void} flush sends the text on its way
 * @returns {() => void} the text has left
 */
export function holdText(flush) {
  waiting.add(flush);
  return () => {
    waiting.delete(flush);
  };
}

/** Sends all typed text on its way at once. */
export function flushFields() {
  for (const flush of [...waiting]) flush();
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
