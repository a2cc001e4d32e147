/** @import {FieldLooks} from "../../components/field/Field.jsx" */
import { PersonField } from "../../components/menu/PersonField.jsx";
import { notify } from "../../state/messages.js";
import { knownSchools, NEW_SCHOOL, schoolNamed } from "./organisations.js";

/**
 * Where a person works: picked by any word of the name, or added on purpose by the last line of the menu.
 *
 * @param {FieldLooks & {value: string | null, onSave: (id: string | null) => void}} props
 */
export function SchoolField({ value, onSave, ...looks }) {
  /** @param {string} typed */
  const makeNew = async (typed) => {
    try {
      onSave(await schoolNamed(typed));
      notify({ text: `Организация добавлена: ${typed}` });
    } catch {
      notify({ text: "Не получилось добавить организацию. Впишите её ещё раз." });
    }
  };
  return (
    <PersonField
      {...looks}
      {...NEW_SCHOOL}
      value={value}
      people={knownSchools()}
      onSave={onSave}
      onAdd={(typed) => void makeNew(typed)}
    />
  );
}
