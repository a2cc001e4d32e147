/** @import {Submission} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { today } from "../../state/file.js";
import { change } from "../record-parts/change.js";
import { focusField } from "../../components/field/focus-field.js";
import { readPastDate } from "./read-past-date.js";

/**
 * That РИМК gave the papers back, when, and what it asks to be mended.
 *
 * @param {{mark: Submission}} props
 */
export function Returned({ mark }) {
  const { id, returned } = mark;
  /** @param {Partial<NonNullable<Submission["returned"]>>} what */
  const save = (what) =>
    change("submission", id, (now) => ({
      returned: { date: null, remarks: "", ...now.returned, ...what },
    }));
  if (!returned) {
    return (
      <Button
        look="quiet"
        flush
        sign="undo"
        onClick={() => {
          save({ date: today.value });
          focusField(`remarks-${id}`);
        }}
      >
        Вернули с замечаниями
      </Button>
    );
  }
  return (
    <div class="mt-2 fields">
      <DateField
        span={6}
        label="Возвращено, дата"
        value={returned.date}
        read={readPastDate}
        onSave={(date) => save({ date })}
      />
      <TextArea
        id={`remarks-${id}`}
        label="Замечания"
        hint="Что просит исправить РИМК"
        value={returned.remarks}
        onSave={(remarks) => save({ remarks })}
      />
      <p>
        <Button
          look="quiet"
          flush
          onClick={() => change("submission", id, () => ({ returned: null }))}
        >
          Не возвращали
        </Button>
      </p>
    </div>
  );
}
