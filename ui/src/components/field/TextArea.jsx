/** @import {FieldLooks} from "./Field.jsx" */
import { Field } from "./Field.jsx";
import { useDraft } from "./use-draft.js";

/**
 * Text of several lines, saved by itself. It grows with its text: an unseen copy of the text stands in the
 * same cell and gives the height, since not every WebKit can size a field by its content.
 *
 * @param {FieldLooks & {value: string, onSave: (text: string) => void, rows?: number, autoFocus?: boolean}} props
 */
export function TextArea({ value, onSave, rows = 1, autoFocus, ...looks }) {
  const { text, unsaved, type, send } = useDraft(value, onSave);
  return (
    <Field {...looks}>
      {(wiring) => (
        <span class="grows">
          <textarea
            {...wiring}
            class="in"
            rows={rows}
            autoFocus={autoFocus}
            value={text}
            data-unsaved={unsaved}
            onInput={(event) => type(event.currentTarget.value)}
            onBlur={send}
          />
          <span class="in grows__copy" aria-hidden="true">
            {text}{" "}
          </span>
        </span>
      )}
    </Field>
  );
}
