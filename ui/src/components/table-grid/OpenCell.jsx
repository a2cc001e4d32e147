import { useLayoutEffect } from "preact/hooks";

import { useDraft } from "../field/use-draft.js";
import { Growing } from "../field/Growing.jsx";

/**
 * The cell that is written in: it has the caret as soon as it is there.
 *
 * @param {{id: string, label: string, text: string, caret: "begin" | "end" | "all", onSave: (text: string) => void,
 *   onKeyDown: (event: KeyboardEvent) => void, onPaste: (event: ClipboardEvent) => void}} props
 */
export function OpenCell({ id, label, text, caret, onSave, onKeyDown, onPaste }) {
  const draft = useDraft(text, onSave);
  useLayoutEffect(() => {
    const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(id));
    if (!field) return;
    field.focus({ preventScroll: true });
    const end = field.value.length;
    field.setSelectionRange(caret === "end" ? end : 0, caret === "begin" ? 0 : end);
    field.closest("td, th")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [id]);
  return (
    <Growing
      id={id}
      aria-label={label}
      spellcheck
      text={draft.text}
      unsaved={draft.unsaved}
      onInput={(/** @type {import("preact").TargetedEvent<HTMLTextAreaElement>} */ event) =>
        draft.type(event.currentTarget.value)
      }
      onBlur={draft.send}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
