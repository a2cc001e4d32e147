/** @import {Doubted} from "../../words/doubted.js" */
/** @import {FieldLooks} from "./Field.jsx" */
import { useEffect, useRef, useState } from "preact/hooks";

import { afterPress } from "./after-press.js";
import { Field } from "./Field.jsx";
import { createReading } from "./typed-reading.js";
import { holdText, leaveBehind, leftIn } from "./unsaved.js";

/**
 * A field that is typed in any way and shown in one: a date, a term. The text is read when typing pauses, to
 * show what will stand there, and saved when the field is left; what cannot be read stays as typed, with the
 * reason.
 *
 * @template T
 * @param {FieldLooks & {
 *   value: T | null,
 *   show: (value: T) => string,
 *   read: (text: string) => Promise<T | Doubted<T> | null>,
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
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const [reading] = useState(() => {
    /** @type {ReturnType<typeof createReading<T>>} */
    const made = createReading({
      changed: (now) => setStanding(now),
      hold: () =>
        holdText(made.commit, () =>
          leftIn(input.current, made.now().typed ?? "", made.now().fault),
        ),
    });
    return made;
  });
  const [{ typed, fault, seen, doubt }, setStanding] = useState(reading.now());
  const shown = value === null ? "" : show(value);
  reading.wish({ shown, read, preview, onSave, required });
  useEffect(
    () => () => {
      const text = reading.now().typed;
      if (text === null) return;
      const left = leftIn(input.current, text, "");
      void reading.commit().then(() => {
        const { typed, fault } = reading.now();
        if (typed !== null) leaveBehind({ ...left, why: fault });
        reading.cancel();
      });
    },
    [],
  );

  return (
    <Field {...looks} wrong={fault || wrong || null} hint={doubt || hint} seen={seen}>
      {(wiring) => (
        <input
          {...wiring}
          ref={input}
          class="in"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={typed ?? shown}
          data-unsaved={typed === null ? undefined : ""}
          disabled={disabled}
          onInput={(event) => reading.type(event.currentTarget.value)}
          onBlur={() => afterPress(() => void reading.commit())}
          onKeyDown={(event) => {
            if (event.code === "Enter" || event.code === "NumpadEnter") void reading.commit();
            if (event.code === "Escape" && typed !== null) reading.cancel();
          }}
        />
      )}
    </Field>
  );
}
