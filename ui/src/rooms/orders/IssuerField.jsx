/** @import {FieldLooks} from "../../components/field/Field.jsx" */
import { PersonField } from "../../components/menu/PersonField.jsx";
import { allOf } from "../../state/records.js";

/** Who issues orders about communities in most districts. */
const USUAL = [
  "начальник управления образования",
  "начальник отдела образования",
  "заведующий РИМК",
];

/**
 * Who issued an order: one of those named before, or anybody as typed. The papers put the usual posts into the
 * genitive by themselves, so that the nominative may be typed.
 *
 * @param {FieldLooks & {value: string, onSave: (issued: string) => void}} props
 */
export function IssuerField({ value, onSave, ...looks }) {
  const named = allOf("order").map((order) => order.issued_by.trim());
  const offered = [...new Set([...named, ...USUAL])].filter(Boolean);
  return (
    <PersonField
      {...looks}
      whole
      value={null}
      free={value}
      people={offered.map((name) => ({ id: name, name }))}
      onSave={(issued) => onSave(issued ?? "")}
      onFree={onSave}
    />
  );
}
