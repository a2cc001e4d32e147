/** @import {ComponentType} from "preact" */
/** @import {Kind, Record as AnyRecord} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Taken} from "./RecordField.jsx" */
import { useEffect } from "preact/hooks";

import { KINDS } from "../../api/types/kinds.js";
import { readDateHere } from "../../state/reading.js";
import { oneOf, saveRecord } from "../../state/records.js";
import { shownOf } from "./declared.js";
import { RecordField } from "./RecordField.jsx";

/** @typedef {{[key: string]: ComponentType<FieldLooks & Taken>}} OwnFields fields that a room draws itself */

/**
 * The form of a record, drawn from the fields that its kind declares. Each field saves itself.
 *
 * @param {{kind: Kind, record: {id: string}, fresh?: boolean, fields?: OwnFields,
 *   readDate?: typeof readDateHere}} props `fresh` puts the caret into the first field
 */
export function RecordForm({ kind, record, fresh, fields = {}, readDate }) {
  const shown = shownOf(KINDS[kind].fields);
  const first = `${kind}-${record.id}`;
  useEffect(() => {
    // The attribute alone would do nothing here, since the pressed button has the focus.
    if (fresh) document.getElementById(first)?.focus();
  }, [fresh]);

  /** @param {string} key @param {unknown} value */
  function put(key, value) {
    // What was typed a moment ago in another field of the same record is not overwritten.
    const latest = oneOf(kind, record.id) ?? record;
    saveRecord(/** @type {AnyRecord} */ ({ kind, record: { ...latest, [key]: value } }));
  }
  return (
    <div class="mt-4 fields">
      {shown.map((field, at) => {
        const given = {
          id: at === 0 ? first : undefined,
          label: field.label,
          hint: field.hint || undefined,
          span: spanOf(field.span),
          value: /** @type {any} */ (record)[field.key],
          onSave: (/** @type {unknown} */ value) => put(field.key, value),
        };
        const Own = fields[field.key];
        return Own ? (
          <Own key={field.key} {...given} />
        ) : (
          <RecordField key={field.key} {...given} field={field} readDate={readDate} />
        );
      })}
    </div>
  );
}

/**
 * A field as wide as the form needs no class of its own.
 *
 * @param {number} span
 */
const spanOf = (span) => (span === 12 ? undefined : /** @type {FieldLooks["span"]} */ (span));
