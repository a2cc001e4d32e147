/** @import {Survey} from "../../api/types/records" */
import { useEffect, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { History } from "../../features/history/History.jsx";
import { readDateHere } from "../../state/reading.js";
import { years } from "../../state/years.js";
import { partialDate, schoolYearName } from "../../words/dates.js";
import { wholeNumber } from "../../words/numbers.js";
import { change } from "../../features/record-parts/change.js";
import { readPartial } from "../../words/read-partial.js";
import { surveyWords } from "./surveys.js";

/** More sheets than any district has teachers. */
const MOST = 9999;

/**
 * When a survey was held, of whom and how many; folded when it is known.
 *
 * @param {{survey: Survey, open: boolean, onRemove: () => void}} props
 */
export function SurveyFields({ survey, open, onRemove }) {
  const { id } = survey;
  // What is being typed must not fold away under the hands, so the form folds only by a press.
  const [unfolded, setUnfolded] = useState(open || survey.asked === 0);
  useEffect(() => {
    if (open) setUnfolded(true);
  }, [open]);
  /** @param {Partial<Survey>} what */
  const save = (what) => change("survey", id, () => what);
  const reported = [...new Set([...years.value, survey.school_year])].sort((a, b) => b - a);
  const most = Math.max(0, ...survey.rows.map((row) => row.count));
  return (
    <details
      class="fold"
      open={unfolded}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary>
        <b>{surveyWords(survey)}</b>
        {survey.who && <span class="soft">: {survey.who}</span>}
      </summary>
      <div class="mt-2 fields">
        <ReadField
          id={`held-${id}`}
          span={7}
          label="Когда прошёл"
          hint="День или месяц: «17.10.25», «октябрь»"
          value={survey.held}
          show={partialDate}
          read={(typed) => readPartial(typed, survey.school_year, readDateHere)}
          required="Впишите хотя бы месяц."
          onSave={(held) => held && save({ held })}
        />
        <ReadField
          span={5}
          label="Сколько анкет вернулось"
          value={survey.asked || null}
          show={String}
          read={(typed) => wholeNumber(typed, 1, MOST)}
          required="Впишите число анкет."
          wrong={
            survey.asked > 0 && most > survey.asked
              ? `В таблице есть ${most}: это больше, чем анкет.`
              : null
          }
          onSave={(asked) => asked && save({ asked })}
        />
        <TextField
          span={7}
          label="Кто отвечал (необязательно)"
          value={survey.who}
          onSave={(who) => save({ who })}
        />
        <Choice
          span={5}
          label="Учебный год"
          value={String(survey.school_year)}
          options={reported.map((year) => ({ value: String(year), label: schoolYearName(year) }))}
          onSave={(one) => save({ school_year: Number(one) })}
        />
      </div>
      <History of={id} />
      <Button look="quiet" flush sign="bin" onClick={onRemove}>
        <span>
          Удалить замер<span class="hidden">: {surveyWords(survey)}</span>
        </span>
      </Button>
    </details>
  );
}
