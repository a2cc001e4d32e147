/** @import {Field} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Entry} from "./entries.js" */
/** @import {Blanks, OwnFields} from "./RecordForm.jsx" */
import { readDateHere } from "../../state/reading.js";
import { shownOf } from "./declared.js";
import { RecordField } from "./RecordField.jsx";

/**
 * The declared fields of a record, or of an entry within it, in the order of the form. Each field saves itself.
 *
 * @param {{fields: readonly Field[], value: Entry, first: string, onSave: (key: string, what: unknown) => void,
 *   own?: OwnFields, of?: string, blanks?: Blanks, readDate?: typeof readDateHere}} props `first` is
 *   the id of the first field; `of` stands before the names of the room's own fields («rows.»); `blanks` begin entries
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
      return Own ? (
        <Own key={field.key} {...given} record={value} />
      ) : (
        <RecordField
          key={field.key}
          {...given}
          field={field}
          place={place}
          own={own}
          blank={blanks[place]}
          readDate={readDate ?? readDateHere}
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
