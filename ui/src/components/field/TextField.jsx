/** @import {FieldLooks} from "./Field.jsx" */
import { Field } from "./Field.jsx";
import { useDraft } from "./use-draft.js";

/**
 * One line of text, saved by itself.
 *
 * @param {FieldLooks & {value: string, onSave: (text: string) => void, disabled?: boolean,
 *   inputMode?: "text" | "numeric", autoFocus?: boolean, plain?: boolean, prose?: boolean}} props `plain` where quotes and
 *   hyphens stay as they are typed: a number, an address; `prose` where spelling is checked: in names a dictionary
 *   would underline everything
 */
export function TextField({
  value,
  onSave,
  disabled,
  inputMode,
  autoFocus,
  plain,
  prose = false,
  ...looks
}) {
  const { text, unsaved, type, send } = useDraft(value, onSave);
  return (
    <Field {...looks}>
      {(wiring) => (
        <input
          {...wiring}
          class="in"
          type="text"
          autocomplete="off"
          spellcheck={prose}
          inputMode={inputMode}
          autoFocus={autoFocus}
          value={text}
          data-unsaved={unsaved}
          data-prose={plain || inputMode === "numeric" ? undefined : ""}
          disabled={disabled}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={send}
          onKeyDown={(event) => event.code === "Enter" && send()}
        />
      )}
    </Field>
  );
}
