/** @import {FieldLooks} from "./Field.jsx" */
import { Field } from "./Field.jsx";
import { Growing } from "./Growing.jsx";
import { useDraft } from "./use-draft.js";

/**
 * Text of several lines, saved by itself; with `line` one long line that wraps, where Enter goes on as in any field of
 * one line.
 *
 * @param {FieldLooks & {value: string, onSave: (text: string) => void, onAhead?: (text: string | null) => void, rows?: number,
 *   autoFocus?: boolean, line?: boolean}} props `onAhead` is told what will be saved while it is being typed
 */
export function TextArea({ value, onSave, onAhead, rows = 1, autoFocus, line, ...looks }) {
  const { text, unsaved, type, send } = useDraft(value, onSave, onAhead);
  return (
    <Field {...looks}>
      {(wiring) => (
        <Growing
          {...wiring}
          rows={rows}
          autoFocus={autoFocus}
          data-line={line ? "" : undefined}
          text={text}
          unsaved={unsaved}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={send}
        />
      )}
    </Field>
  );
}
