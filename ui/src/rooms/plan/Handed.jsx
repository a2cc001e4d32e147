/** @import {Plan} from "../../api/types/Plan" */
/** @import {Submission} from "../../api/types/Submission" */
import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { today } from "../../state/file.js";
import { tellRefusal } from "../../state/messages.js";
import { readDateHere } from "../../state/reading.js";
import { allOf, removeRecord, saveRecord } from "../../state/records.js";
import { longDate } from "../../words/dates.js";
import { change } from "../parts/change.js";
import { focusField } from "../parts/focus-field.js";
import { handedOver, noteWith, remarksOf } from "./steps.js";

/**
 * Each time the plan was given to РИМК, with the remarks when it came back. A corrected plan is given again,
 * so that what was given earlier stays in the list.
 *
 * @param {{plan: Plan}} props
 */
export function Handed({ plan }) {
  const all = handedOver(plan, allOf("submission"));
  const last = all.at(-1);
  const again = last && remarksOf(last) !== null;

  async function hand() {
    try {
      const [id = ""] = await newIds(1);
      saveRecord({
        kind: "submission",
        record: {
          id,
          community: plan.community,
          school_year: plan.preliminary ? plan.school_year - 1 : plan.school_year,
          date: today.value,
          incoming: "",
          papers: [plan.preliminary ? "preliminary_plan" : "plan"],
          note: "",
        },
      });
      focusField(`handed-${id}`);
    } catch (thrown) {
      tellRefusal(thrown);
    }
  }
  return (
    <>
      <h3 class="mt-4">Сдан в РИМК</h3>
      {all.map((one) => (
        <Given key={one.id} submission={one} alone={one.papers.length === 1} />
      ))}
      {(!last || again) && !plan.approved && (
        <p class="mt-2">
          <Button look="quiet" flush sign="stick" onClick={() => void hand()}>
            {again ? "Отметить: сдан снова" : "Отметить: сдан"}
          </Button>
        </p>
      )}
    </>
  );
}

/** @param {{submission: Submission, alone: boolean}} props */
function Given({ submission, alone }) {
  const { id } = submission;
  const remarks = remarksOf(submission);
  /** @param {Partial<Submission>} what */
  const save = (what) => change("submission", id, () => what);
  return (
    <fieldset class="mt-2 part">
      <legend class="hidden">Сдан {longDate(submission.date)}</legend>
      <div class="fields">
        <DateField
          span={6}
          id={`handed-${id}`}
          label="Сдан, дата"
          value={submission.date}
          read={readDateHere}
          required="Укажите, когда РИМК принял план."
          onSave={(date) => date && save({ date })}
        />
        <TextField
          span={6}
          label="Входящий номер РИМК"
          value={submission.incoming}
          onSave={(incoming) => save({ incoming })}
        />
        {remarks !== null && (
          <TextArea
            id={`remarks-${id}`}
            label="Возвращён с замечаниями"
            hint="Что просит исправить РИМК"
            value={remarks}
            onSave={(text) => save({ note: noteWith(text) })}
          />
        )}
      </div>
      <p class="rowp">
        {remarks === null ? (
          <Button
            look="quiet"
            flush
            sign="undo"
            onClick={() => {
              save({ note: noteWith("") });
              focusField(`remarks-${id}`);
            }}
          >
            Вернули с замечаниями
          </Button>
        ) : (
          <Button look="quiet" flush onClick={() => save({ note: noteWith(null) })}>
            Не возвращали
          </Button>
        )}
        {alone && (
          <Button look="quiet" flush sign="bin" onClick={() => void removeRecord(id)}>
            Удалить отметку
          </Button>
        )}
      </p>
    </fieldset>
  );
}
