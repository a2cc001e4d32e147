import { useEffect, useRef, useState } from "preact/hooks";

import { holdText } from "./unsaved.js";

/** Short enough for the paper to follow within 300 ms, long enough not to save every letter. */
const PAUSE = 180;

/**
 * The text of a field between the key and the record. It is saved by itself when typing pauses and when the
 * field is left. While it holds unsaved letters nothing from outside replaces them; otherwise it follows the
 * record, so that undo is seen at once.
 *
 * @param {string} value
 * @param {(text: string) => unknown} onSave
 */
export function useDraft(value, onSave) {
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const now = useRef({
    typed: /** @type {string | null} */ (null),
    onSave,
    timer: 0,
    release: () => {},
  });

  function send() {
    const state = now.current;
    clearTimeout(state.timer);
    state.release();
    const text = state.typed;
    state.typed = null;
    setTyped(null);
    return text === null ? undefined : state.onSave(text);
  }
  /** @param {string} text */
  function type(text) {
    const state = now.current;
    clearTimeout(state.timer);
    if (state.typed === null) state.release = holdText(send);
    state.typed = text;
    // The letters belong to the record that stood here when they were typed, whatever stands here when they leave.
    state.onSave = onSave;
    setTyped(text);
    state.timer = Number(setTimeout(send, PAUSE));
  }
  // A field that goes away (another record is opened) takes no letter with it.
  useEffect(() => () => void send(), []);

  return { text: typed ?? value, unsaved: typed === null ? undefined : "", type, send };
}
