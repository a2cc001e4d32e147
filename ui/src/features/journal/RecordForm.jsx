/** @import {ComponentType} from "preact" */
/** @import {Kind, Record as AnyRecord} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Entry} from "./entries.js" */
/** @import {Taken} from "./RecordField.jsx" */
import { useEffect } from "preact/hooks";

import { KINDS } from "../../api/types/kinds.js";
import { readDateHere } from "../../state/reading.js";
import { oneOf, saveRecord } from "../../state/records.js";
import { FieldsOf } from "./FieldsOf.jsx";

/**
 * @typedef {{[key: string]: ComponentType<FieldLooks & Taken>}} OwnFields fields that a room draws itself, by their key;
 *   those within a list by both («rows.term»)
 */
/** @typedef {{[list: string]: () => Partial<Entry>}} Blanks what a new entry of a list begins with */

/**
 * The form of a record, drawn from the fields that its kind declares. Each field saves itself.
 *
 * @param {{kind: Kind, record: {id: string}, fresh?: boolean, fields?: OwnFields, blanks?: Blanks,
 *   readDate?: typeof readDateHere}} props `fresh` puts the caret into the first field
 */
export function RecordForm({ kind, record, fresh, fields, blanks, readDate }) {
  const first = `${kind}-${record.id}`;
  useEffect(() => {
    if (!fresh) return;
    // The attribute alone would do nothing here, since the pressed button has the focus.
    const field = document.getElementById(first);
    field?.focus();
    // Today stands there already: what is typed takes its place and is not added to it.
    if (field instanceof HTMLInputElement) field.select();
  }, [fresh]);

  /** @param {string} key @param {unknown} value */
  function put(key, value) {
    // What was typed a moment ago in another field of the same record is not overwritten.
    const latest = oneOf(kind, record.id) ?? record;
    saveRecord(/** @type {AnyRecord} */ ({ kind, record: { ...latest, [key]: value } }));
  }
  return (
    <div class="mt-4">
      <FieldsOf
        fields={KINDS[kind].fields}
        value={record}
        first={first}
        own={fields}
        blanks={blanks}
        readDate={readDate}
        onSave={put}
      />
    </div>
  );
}
