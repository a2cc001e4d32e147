/** @import {Field} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Entry} from "./entries.js" */
/** @import {Blanks, OwnFields} from "./RecordForm.jsx" */
import { readDateHere } from "../../state/reading.js";
import { shownOf } from "./declared.js";
import { EntriesField } from "./EntriesField.jsx";
import { RecordField } from "./RecordField.jsx";

/**
 * @typedef {{fields: readonly Field[], value: Entry, first: string, onSave: (key: string, what: unknown) => void,
 *   own?: OwnFields, of?: string, blanks?: Blanks, readDate?: typeof readDateHere}} FieldsGiven
 */

/**
 * The declared fields of a record, or of an entry within it, in the order of the form. Each field saves itself.
 *
 * @param {FieldsGiven} props `first` is the id of the first field; `of` stands before the names of the room's own fields («rows.»); `blanks` begin entries
 */
export const FieldsOf = ({
  fields,
  value,
  first,
  onSave,
  own = {},
  of = "",
  blanks = {},
  readDate,
}) => (
  <div class="fields">
    {shownOf(fields).map((field, at) => {
      const place = `${of}${field.key}`;
      const given = {
        id: at === 0 ? first : undefined,
        label: field.label,
        hint: field.hint || undefined,
        span: spanOf(field.span),
        value: value[field.key],
        onSave: (/** @type {unknown} */ what) => onSave(field.key, what),
      };
      const Own = own[place];
      const dates = readDate ?? readDateHere;
      if (Own) return <Own key={field.key} {...given} record={value} />;
      if (field.form.is !== "list")
        return <RecordField key={field.key} {...given} field={field} readDate={dates} />;
      return (
        <EntriesField
          key={field.key}
          {...given}
          fields={field.form.of}
          Fields={FieldsOf}
          own={own}
          of={place}
          blank={blanks[place]}
          readDate={dates}
        />
      );
    })}
  </div>
);

/**
 * A field as wide as the form needs no class of its own.
 *
 * @param {number} span
 */
const spanOf = (span) => (span === 12 ? undefined : /** @type {FieldLooks["span"]} */ (span));
