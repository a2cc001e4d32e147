/** @import {FieldLooks} from "./Field.jsx" */
import { useEffect, useRef, useState } from "preact/hooks";

import { Field } from "./Field.jsx";
import { holdText } from "./unsaved.js";

/** The hint under the field follows the letters after this pause. */
const PAUSE = 250;

/**
 * A field that is typed in any way and shown in one: a date, a term. The text is read when typing pauses, to
 * show what will stand there, and saved when the field is left; what cannot be read stays as typed, with the
 * reason.
 *
 * @template T
 * @param {FieldLooks & {
 *   value: T | null,
 *   show: (value: T) => string,
 *   read: (text: string) => Promise<T | null>,
 *   preview?: (value: T) => string,
 *   onSave: (value: T | null) => void,
 *   required?: string,
 *   disabled?: boolean,
 * }} props `read` rejects with a sentence; `required` is said when the field is left empty
 */
export function ReadField({
  value,
  show,
  read,
  preview = show,
  onSave,
  required,
  disabled,
  wrong,
  hint,
  ...looks
}) {
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const [fault, setFault] = useState("");
  const [seen, setSeen] = useState("");
  const now = useRef({
    typed: /** @type {string | null} */ (null),
    turn: 0,
    timer: 0,
    release: () => {},
  });
  const commit = useRef(() => {});
  const shown = value === null ? "" : show(value);

  /** @param {string | null} text */
  function keep(text) {
    if (text !== null && now.current.typed === null) {
      now.current.release = holdText(() => commit.current());
    }
    if (text === null) now.current.release();
    now.current.typed = text;
    setTyped(text);
  }

  /** @param {string} text */
  function type(text) {
    keep(text);
    setFault("");
    setSeen("");
    clearTimeout(now.current.timer);
    const turn = (now.current.turn += 1);
    if (!text.trim()) return;
    now.current.timer = Number(
      setTimeout(() => {
        read(text).then(
          (got) => {
            const words = turn === now.current.turn && got !== null && preview(got);
            // A bare number says nothing that is not seen already.
            if (words) setSeen(`Будет: ${words}`);
          },
          // Half a date is no mistake yet; it is said when the field is left.
          () => {},
        );
      }, PAUSE),
    );
  }

  commit.current = () => {
    const text = now.current.typed;
    if (text === null) return;
    clearTimeout(now.current.timer);
    const turn = (now.current.turn += 1);
    setSeen("");
    if (text.trim() === shown.trim()) return keep(null);
    if (!text.trim()) {
      if (required) return setFault(required);
      keep(null);
      return onSave(null);
    }
    read(text).then(
      (got) => {
        if (turn !== now.current.turn) return;
        keep(null);
        onSave(got);
      },
      (refusal) => {
        if (turn === now.current.turn) setFault(sentence(refusal));
      },
    );
  };
  useEffect(() => () => commit.current(), []);

  return (
    <Field {...looks} wrong={fault || wrong || null} hint={seen || hint}>
      {(wiring) => (
        <input
          {...wiring}
          class="in"
          type="text"
          autocomplete="off"
          value={typed ?? shown}
          data-unsaved={typed === null ? undefined : ""}
          disabled={disabled}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => commit.current()}
          onKeyDown={(event) => {
            if (event.code === "Enter" || event.code === "NumpadEnter") commit.current();
            if (event.code === "Escape" && typed !== null) {
              now.current.turn += 1;
              keep(null);
              setFault("");
              setSeen("");
            }
          }}
        />
      )}
    </Field>
  );
}

/** @param {unknown} refusal */
function sentence(refusal) {
  if (!(refusal instanceof Error)) return "Не получилось прочитать. Исправьте.";
  const hint = "hint" in refusal && typeof refusal.hint === "string" ? refusal.hint : "";
  return [refusal.message, hint].filter(Boolean).join(" ");
}
