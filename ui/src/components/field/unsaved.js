/*
 * Which fields hold text that has not left them yet. The frame asks for them to be emptied before an
 * operation (undo, print, another room), and leaves Ctrl+Z to a field while it holds such text.
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

/**
 * Whether the person is inside a field whose text has not left it.
 *
 * @param {Element | null} element
 */
export function holdsText(element) {
  return element instanceof HTMLElement && element.dataset.unsaved !== undefined;
}
