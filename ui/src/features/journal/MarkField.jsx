/** @import {Mark, MarkState} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
import { Choice } from "../../components/field/Choice.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { year } from "../../state/file.js";
import { readDateHere } from "../../state/reading.js";
import { partialDate } from "../../words/dates.js";
import { readPartial } from "../../words/read-partial.js";
import { MARK_CHOICES } from "../plan-here/rows.js";

/**
 * What came of a step: the state makes the mark, the day, the result and the reason are added to it.
 *
 * @param {FieldLooks & {value: Mark | null, onSave: (mark: Mark | null) => void}} props
 */
export function MarkField({ label, hint, value: mark, onSave }) {
  /** @param {Partial<Mark>} what */
  const save = (what) =>
    onSave({ state: "done", date: null, result: "", reason: "", ...mark, ...what });
  return (
    <fieldset class="field">
      <legend class="hidden">{label}</legend>
      <div class="fields">
        <Choice
          span={4}
          label={label}
          hint={hint}
          value={mark?.state ?? ""}
          options={MARK_CHOICES}
          onSave={(state) =>
            state ? save({ state: /** @type {MarkState} */ (state) }) : onSave(null)
          }
        />
        {mark && (
          <>
            <ReadField
              span={3}
              label="Когда"
              value={mark.date}
              show={partialDate}
              read={(typed) => readPartial(typed, year.value, readDateHere)}
              onSave={(date) => save({ date })}
            />
            <TextField
              span={5}
              label="Что получилось"
              value={mark.result}
              onSave={(result) => save({ result })}
            />
            {(mark.state !== "done" || mark.reason) && (
              <TextField label="Почему" value={mark.reason} onSave={(reason) => save({ reason })} />
            )}
          </>
        )}
      </div>
    </fieldset>
  );
}
