/** @import {Plan, Submission} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { derivedOf } from "../../state/derived.js";
import { oneOf, removeRecord } from "../../state/records.js";
import { longDate } from "../../words/dates.js";
import { change } from "../../features/record-parts/change.js";
import { KeptTexts } from "../../features/submission/KeptTexts.jsx";
import { NewMark } from "../../features/submission/NewMark.jsx";
import { Returned } from "../../features/submission/Returned.jsx";
import { readPastDate } from "../../features/submission/read-past-date.js";

/**
 * Each time the plan was given to РИМК, with the remarks when it came back. A corrected plan is given again,
 * so that what was given earlier stays in the list and can be looked at.
 *
 * @param {{plan: Plan}} props
 */
export function Handed({ plan }) {
  const [marking, setMarking] = useState(false);
  const way = derivedOf("plan", plan.id);
  const all = (way?.handed_over ?? []).flatMap((id) => oneOf("submission", id) ?? []);
  const again = (way?.remarks ?? null) !== null;
  return (
    <>
      <h3 class="mt-4">Сдан в РИМК</h3>
      {all.map((one) => (
        <Given key={one.id} submission={one} alone={one.papers.length === 1} />
      ))}
      {marking ? (
        <NewMark
          community={plan.community}
          year={plan.preliminary ? plan.school_year - 1 : plan.school_year}
          papers={[plan.preliminary ? "preliminary_plan" : "plan"]}
          fixed
          act="Отметить: сдан"
          onClose={() => setMarking(false)}
        />
      ) : (
        (all.length === 0 || again) &&
        !plan.approved && (
          <p class="mt-2">
            <Button look="quiet" flush sign="stick" onClick={() => setMarking(true)}>
              {again ? "Отметить: сдан снова" : "Отметить: сдан"}
            </Button>
          </p>
        )
      )}
    </>
  );
}

/** @param {{submission: Submission, alone: boolean}} props */
function Given({ submission, alone }) {
  const { id } = submission;
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
          read={readPastDate}
          required="Укажите, когда РИМК принял план."
          onSave={(date) => date && save({ date })}
        />
        <TextField
          span={6}
          plain
          label="Входящий номер РИМК"
          value={submission.incoming}
          onSave={(incoming) => save({ incoming })}
        />
      </div>
      <KeptTexts mark={submission} />
      <Returned mark={submission} />
      {alone && (
        <Button look="quiet" flush sign="bin" onClick={() => void removeRecord(id)}>
          Удалить отметку
        </Button>
      )}
    </fieldset>
  );
}
