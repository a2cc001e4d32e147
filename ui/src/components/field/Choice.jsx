/** @import {FieldLooks} from "./Field.jsx" */
import { Field } from "./Field.jsx";

/**
 * One of several, when they are too many to lie side by side.
 *
 * @param {FieldLooks & {value: string, options: {value: string, label: string}[],
 *   onSave: (value: string) => void, disabled?: boolean, known?: boolean}} props `known` where the program has chosen
 *   already, and Enter passes by
 */
export function Choice({ value, options, onSave, disabled, known = false, ...looks }) {
  return (
    <Field {...looks}>
      {(wiring) => (
        <select
          {...wiring}
          class="in in--choice"
          value={value}
          disabled={disabled}
          data-known={known || undefined}
          onChange={(event) => onSave(event.currentTarget.value)}
        >
          {options.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
