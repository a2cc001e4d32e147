/** @import {FieldLooks} from "../../components/field/Field.jsx" */
import { ReadField } from "../../components/field/ReadField.jsx";

/**
 * A whole number, typed as it is.
 *
 * @param {FieldLooks & {value: number | null, onSave: (value: number | null) => void}} props
 */
export function NumberField(props) {
  return <ReadField {...props} show={String} read={readNumber} preview={() => ""} />;
}

/** @param {string} typed */
async function readNumber(typed) {
  const digits = typed.replace(/^\s*№?\s*|\s+$/g, "");
  if (!/^\d{1,4}$/.test(digits)) throw new Error("Введите число цифрами, например 8.");
  return Number(digits);
}
