/** @import {Field, Speaker} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextsField } from "../../components/field/TextsField.jsx";
import { TimeField } from "../../components/field/TimeField.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { PeopleField } from "../../components/menu/PeopleField.jsx";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { WordsField } from "../../components/menu/WordsField.jsx";
import { today, year } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { readDateHere, readTermHere } from "../../state/reading.js";
import { years } from "../../state/years.js";
import { partialDate, schoolYearName } from "../../words/dates.js";
import { wholeNumber } from "../../words/numbers.js";
import { readPartial } from "../../words/read-partial.js";
import { SchoolField } from "../organisations/SchoolField.jsx";
import { knownSchools } from "../organisations/organisations.js";
import { isNumberOfPaper, optionsOf } from "./declared.js";
import { MarkField } from "./MarkField.jsx";
import { recordsToPick } from "./records-to-pick.js";

/** Larger than any count that a community writes down. */
const MOST = 99999;

/**
 * @typedef {object} Taken what a field of a record is given, its own or one that a room puts in its place
 * @property {any} value what stands in the record under the field's key
 * @property {(value: any) => void} onSave
 * @property {any} [record] the record itself, or the entry, for a field that a room draws
 */

/**
 * One declared field of a record, which is no list. What has a form that only its own room can draw (a name in three
 * pieces) is given to the form by the room.
 *
 * @param {FieldLooks & Taken & {field: Field, readDate?: typeof readDateHere}} props `readDate` where days may be
 *   much older than the years that are worked on
 */
export function RecordField({ field, value, onSave, readDate = readDateHere, ...looks }) {
  const { form, required } = field;
  const must = required || undefined;
  switch (form.is) {
    case "line":
      if (field.proposed.length > 0)
        return <WordsField {...looks} proposed={field.proposed} value={value} onSave={onSave} />;
      return (
        <TextField {...looks} plain={isNumberOfPaper(field.key)} value={value} onSave={onSave} />
      );
    case "text":
      return <TextArea {...looks} rows={2} value={value} onSave={onSave} />;
    case "texts":
      return <TextsField {...looks} value={value} onSave={onSave} />;
    case "time":
      return <TimeField {...looks} value={value} onSave={onSave} />;
    case "group":
      if (field.key !== "mark") break;
      return <MarkField {...looks} value={value} onSave={onSave} />;
    case "number":
      return (
        <ReadField
          {...looks}
          value={value}
          show={String}
          read={(typed) => wholeNumber(typed, 0, MOST)}
          required={must}
          onSave={keepsOne(must, onSave)}
        />
      );
    case "tick":
      return (
        <div class="field">
          <Tick id={looks.id} checked={value} onChange={onSave}>
            {looks.label}
          </Tick>
        </div>
      );
    case "day":
      return (
        <DateField
          {...looks}
          value={value}
          read={readDate}
          required={must}
          onSave={keepsOne(must, onSave)}
        />
      );
    case "partial_date":
      return (
        <ReadField
          {...looks}
          value={value}
          show={partialDate}
          read={(typed) => readPartial(typed, year.value, readDate)}
          required={must}
          onSave={keepsOne(must, onSave)}
        />
      );
    case "term":
      return (
        <TermField
          {...looks}
          value={value}
          read={(typed) => readTermHere(typed)}
          required={must}
          onSave={keepsOne(must, onSave)}
        />
      );
    case "school_year":
      return (
        <Choice
          {...looks}
          value={String(value ?? "")}
          options={[
            ...(must ? [] : [{ value: "", label: "не указан" }]),
            ...offeredYears(value).map((of) => ({ value: String(of), label: schoolYearName(of) })),
          ]}
          onSave={(of) => onSave(of ? Number(of) : null)}
        />
      );
    case "choice":
      return Array.isArray(value) ? (
        <Ticks {...looks} field={field} value={value} onSave={onSave} />
      ) : (
        <Choice
          {...looks}
          value={value ?? ""}
          options={[
            ...(value === null ? [{ value: "", label: "не выбрано" }] : []),
            ...optionsOf(form.of),
          ]}
          onSave={(word) => onSave(word || null)}
        />
      );
    case "person":
      return (
        <PersonField
          {...looks}
          value={value}
          people={pickable(today.value, value ? [value] : [])}
          onSave={keepsOne(must, onSave)}
        />
      );
    case "speaker":
      return <SpeakerField {...looks} value={value} onSave={onSave} />;
    case "people":
      return (
        <PeopleField
          {...looks}
          value={value}
          people={pickable(today.value, value)}
          onSave={onSave}
        />
      );
    case "record":
      if (form.of === "organisation")
        return <SchoolField {...looks} value={value} onSave={keepsOne(must, onSave)} />;
      return (
        <PersonField
          {...looks}
          value={value}
          people={recordsToPick(form.of, value ? [value] : [])}
          onSave={keepsOne(must, onSave)}
        />
      );
    case "records":
      if (form.of === "organisation")
        return (
          <PeopleField
            {...looks}
            another="ещё одна"
            gone="организация удалена"
            value={value}
            people={knownSchools()}
            onSave={onSave}
          />
        );
      return (
        <PeopleField
          {...looks}
          gone="запись удалена"
          value={value}
          people={recordsToPick(form.of, value)}
          onSave={onSave}
        />
      );
  }
  throw new Error(
    `«${field.label}» (${field.key}) has the form ${form.is}: the room has to draw it`,
  );
}

/**
 * What must not stay empty keeps what stood there; the field says why.
 *
 * @param {string | undefined} required
 * @param {(value: any) => void} onSave
 */
const keepsOne = (required, onSave) => (/** @type {any} */ value) => {
  if (value !== null || !required) onSave(value);
};

/**
 * Years to choose from, newest first; that of the record among them.
 *
 * @param {number | null} own
 */
const offeredYears = (own) =>
  [...new Set([...years.value, ...(own === null ? [] : [own])])].sort((a, b) => b - a);

/**
 * Somebody of the roster, or anybody by name.
 *
 * @param {FieldLooks & {value: Speaker | null, onSave: (who: Speaker | null) => void}} props
 */
function SpeakerField({ value, onSave, ...looks }) {
  const known = value && "person" in value ? value.person : null;
  return (
    <PersonField
      {...looks}
      value={known}
      free={value && "named" in value ? value.named : ""}
      people={pickable(today.value, known ? [known] : [])}
      onSave={(person) => onSave(person ? { person } : null)}
      onFree={(named) => onSave({ named })}
    />
  );
}

/**
 * Several words of a list, each with a tick.
 *
 * @param {FieldLooks & {field: Field, value: string[], onSave: (words: string[]) => void}} props
 */
function Ticks({ field, label, value, onSave }) {
  const options = field.form.is === "choice" ? optionsOf(field.form.of) : [];
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      {options.map((option) => (
        <Tick
          key={option.value}
          checked={value.includes(option.value)}
          onChange={(on) =>
            onSave(
              options
                .map((choice) => choice.value)
                .filter((word) => (word === option.value ? on : value.includes(word))),
            )
          }
        >
          {option.label}
        </Tick>
      ))}
    </fieldset>
  );
}
