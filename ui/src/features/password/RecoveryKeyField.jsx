/** @import {FieldLooks} from "../../components/field/Field.jsx" */
import { Field } from "../../components/field/Field.jsx";

/**
 * The recovery key as it is copied from paper: figures, parted in any way.
 *
 * @param {Omit<FieldLooks, "label"> & {value: string, onType: (text: string) => void}} props
 */
export function RecoveryKeyField({ value, onType, ...looks }) {
  return (
    <Field
      {...looks}
      label="Ключ восстановления с листа"
      hint="Восемь групп по шесть цифр. Пробелы и дефисы ставить не обязательно."
    >
      {(wiring) => (
        <textarea
          {...wiring}
          class="in recovery-field"
          rows={2}
          inputMode="numeric"
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
