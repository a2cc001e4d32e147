/** @import {Speaker} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { PersonField } from "../../components/menu/PersonField.jsx";
import { speakerOf } from "./guests.js";

/**
 * Who speaks: someone known or a guest of the meeting, picked by first letters, or anybody by the name as typed.
 *
 * @param {FieldLooks & {value: Speaker | null, people: Someone[], onSave: (speaker: Speaker | null) => void}} props
 */
export function SpeakerField({ value, onSave, ...looks }) {
  return (
    <PersonField
      {...looks}
      value={value && "person" in value ? value.person : null}
      free={value && "named" in value ? value.named : ""}
      onSave={(id) => onSave(id ? speakerOf(id) : null)}
      onFree={(named) => onSave({ named })}
    />
  );
}
