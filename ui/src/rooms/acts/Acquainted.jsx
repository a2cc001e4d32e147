/** @import {Acquaintance} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Taken} from "../../features/journal/RecordField.jsx" */
import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { today } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { notify } from "../../state/messages.js";
import { readOldDateHere } from "../../state/reading.js";
import { counted } from "../../words/numbers.js";
import "./acts.css";

/**
 * Who has read the document: the members of the day with a tick each, and whoever read it and has left since.
 *
 * @param {FieldLooks & Taken} props
 */
export function Acquainted({ label, value, onSave }) {
  const read = /** @type {Acquaintance[]} */ (value);
  const people = pickable(
    today.value,
    read.map(({ person }) => person),
  );
  const waiting = people.filter(({ id }) => read.every(({ person }) => person !== id));

  /** @param {string} person @param {boolean} on */
  const tick = (person, on) =>
    onSave(
      on ? [...read, { person, date: today.value }] : read.filter((one) => one.person !== person),
    );

  function tickAll() {
    flushFields();
    onSave([...read, ...waiting.map(({ id }) => ({ person: id, date: today.value }))]);
    notify({
      text: `Отмечено: ${counted(waiting.length, "человек", "человека", "человек")}.`,
      action: "Отменить",
      act: () => onSave(read),
    });
  }
  if (people.length === 0) return null;
  return (
    <fieldset class="field acts__read">
      <legend class="label">{label}</legend>
      <ul>
        {people.map(({ id, full, name }) => {
          const one = read.find(({ person }) => person === id);
          return (
            <li key={id}>
              <Tick checked={one !== undefined} onChange={(on) => tick(id, on)}>
                {full || name}
              </Tick>
              {one && (
                <DateField
                  quiet
                  label={`Когда: ${name}`}
                  value={one.date}
                  read={readOldDateHere}
                  onSave={(date) =>
                    onSave(read.map((other) => (other.person === id ? { ...other, date } : other)))
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
      {waiting.length > 1 && (
        <Button look="quiet" flush sign="check" onClick={tickAll}>
          Ознакомлены все
        </Button>
      )}
    </fieldset>
  );
}
