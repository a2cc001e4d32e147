/** @import {FieldLooks} from "../../components/field/Field.jsx" */
import { newIds } from "../../api/records.js";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { tell } from "../../state/messages.js";
import { allOf, allSaved, saveRecord } from "../../state/records.js";
import { folded } from "../../words/people.js";

/** Schools and other bodies by name, to be picked by their first letters. */
export function knownSchools() {
  return allOf("organisation")
    .map(({ id, name, short_name }) => ({
      id,
      name: short_name || name || "без названия",
      full: [short_name, name].filter(Boolean).join(" "),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "ru"));
}

/**
 * The organisation of this name: the known one, or a new one.
 *
 * @param {string} typed
 * @returns {Promise<string | null>}
 */
export async function schoolNamed(typed) {
  const name = typed.trim();
  if (!name) return null;
  const known = allOf("organisation").find((one) =>
    [one.name, one.short_name].some((other) => folded(other) === folded(name)),
  );
  if (known) return known.id;
  const [id = ""] = await newIds(1);
  saveRecord({
    kind: "organisation",
    record: {
      id,
      name,
      short_name: "",
      kind: "school",
      low_results: false,
      unfavourable_conditions: false,
    },
  });
  // A person may name only an organisation that is already on the disk.
  await allSaved();
  return id;
}

/**
 * Where a person works: picked by the first letters, or a name that is not in the list yet.
 *
 * @param {FieldLooks & {value: string | null, onSave: (id: string | null) => void}} props
 */
export function SchoolField({ value, onSave, ...looks }) {
  /** @param {string} typed */
  const makeNew = async (typed) => {
    try {
      onSave(await schoolNamed(typed));
    } catch {
      tell({ text: "Не получилось добавить организацию. Впишите её ещё раз." });
    }
  };
  return (
    <PersonField
      {...looks}
      value={value}
      people={knownSchools()}
      onSave={onSave}
      onFree={(typed) => void makeNew(typed)}
    />
  );
}
