import { useEffect, useRef, useState } from "preact/hooks";

import { createDraft } from "./typed-draft.js";
import { holdText, LETTERS } from "./unsaved.js";

/**
 * The text of a field that is saved by itself. While it holds unsaved letters nothing from outside replaces them;
 * otherwise it follows the record, so that undo is seen at once.
 *
 * @param {string} value
 * @param {(text: string) => unknown} onSave
 * @param {((text: string | null) => void) | undefined} [onAhead] is told what will be saved while it is being typed, and
 *   nothing when it was sent
 */
export function useDraft(value, onSave, onAhead) {
  const told = useRef(onAhead);
  told.current = onAhead;
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const [draft] = useState(() => {
    /** @type {ReturnType<typeof createDraft>} */
    const made = createDraft({
      changed: setTyped,
      hold: () => holdText(made.send),
      look: onAhead && ((text) => told.current?.(text)),
    });
    return made;
  });
  // A field that goes away (another record is opened) takes no letter with it.
  useEffect(() => () => void draft.send(), []);

  return {
    text: typed ?? value,
    unsaved: typed === null ? undefined : LETTERS,
    type: (/** @type {string} */ text) => draft.type(text, onSave),
    send: draft.send,
  };
}
