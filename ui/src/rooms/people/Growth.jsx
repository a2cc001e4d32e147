/** @import {Person} from "../../api/types/records" */
import { KINDS } from "../../api/types/kinds.js";
import { FieldsOf } from "../../features/journal/FieldsOf.jsx";
import { change } from "../../features/record-parts/change.js";
import { year } from "../../state/file.js";
import { readOldDateHere } from "../../state/reading.js";

const LISTS = ["attestations", "awards", "self_education"];

/**
 * How a person grows in the profession, beside courses: attestation, titles and awards, topics of self-education.
 *
 * @param {{person: Person}} props
 */
export const Growth = ({ person }) => (
  <FieldsOf
    fields={KINDS.person.fields.filter(({ key }) => LISTS.includes(key))}
    value={person}
    first="growth"
    blanks={{
      attestations: () => ({ category: "first" }),
      self_education: () => ({ from: year.value }),
    }}
    readDate={readOldDateHere}
    onSave={(key, what) => change("person", person.id, () => ({ [key]: what }))}
  />
);
