/** @import {Submission, SubmittedPaper} from "../../api/types/records" */
import { useEffect, useRef, useState } from "preact/hooks";

import { submit } from "../../api/submission.js";
import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { History } from "../../features/history/History.jsx";
import { community, year } from "../../state/file.js";
import { actOn, allOf, oneOf, removeRecord, saveRecord } from "../../state/records.js";
import { yearHere } from "../../state/years.js";
import { longDate, schoolYearName } from "../../words/dates.js";
import { KeptTexts } from "../../features/submission/KeptTexts.jsx";
import { NewMark } from "../../features/submission/NewMark.jsx";
import { Returned } from "../../features/submission/Returned.jsx";
import { PaperTicks } from "../../features/submission/PaperTicks.jsx";
import { readPastDate } from "../../features/submission/read-past-date.js";

/**
 * «Сдано, дата, вх. №»: what РИМК has taken. Writing a package is not handing over.
 *
 * @param {{chosen: string}} props the record that the address names
 */
export function Submissions({ chosen }) {
  const [marking, setMarking] = useState(false);
  const here = allOf("submission")
    .filter((submission) => submission.school_year === year.value)
    .sort((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id));

  return (
    <section class="taken">
      <div class="bar2">
        <h2>Что РИМК уже принял</h2>
        {!marking && (
          <Button sign="plus" onClick={() => setMarking(true)}>
            Отметить: сдано
          </Button>
        )}
      </div>
      {marking && (
        <NewMark
          key={year.value}
          community={community.value?.id ?? ""}
          year={year.value}
          papers={yearHere()?.likely_papers ?? []}
          act="Отметить: сдано"
          onClose={() => setMarking(false)}
        />
      )}
      {here.length === 0 && !marking && (
        <p class="mt-2 soft">
          За {schoolYearName(year.value)} пока ничего не отмечено. Отметьте, когда на вашем
          экземпляре описи поставят дату и входящий номер.
        </p>
      )}
      <ul class="taken__list">
        {here.map((one) => (
          <Taken key={one.id} submission={one} chosen={one.id === chosen} />
        ))}
      </ul>
    </section>
  );
}

/** @param {{submission: Submission, chosen: boolean}} props */
function Taken({ submission, chosen }) {
  const box = useRef(/** @type {HTMLLIElement | null} */ (null));
  useEffect(() => {
    if (chosen) box.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  /** @param {Partial<Submission>} change */
  const put = (change) => {
    // What was typed a moment ago in another field of the same record is not overwritten.
    const latest = oneOf("submission", submission.id) ?? submission;
    saveRecord({ kind: "submission", record: { ...latest, ...change } });
  };
  const { papers } = submission;
  /**
   * The text of a paper comes and goes with its tick.
   *
   * @param {SubmittedPaper[]} ticked
   */
  function mark(ticked) {
    void actOn(submission.id, (seen) => {
      const latest = oneOf("submission", submission.id) ?? submission;
      return submit({ ...latest, papers: ticked }, seen);
    });
  }
  return (
    <li ref={box} aria-label={`Сдано ${longDate(submission.date)}`}>
      <div class="fields">
        <DateField
          span={5}
          label="Сдано, дата"
          value={submission.date}
          read={readPastDate}
          required="Укажите, когда РИМК принял бумаги."
          onSave={(date) => date && put({ date })}
        />
        <TextField
          span={4}
          plain
          label="Входящий номер РИМК"
          value={submission.incoming}
          onSave={(incoming) => put({ incoming })}
        />
        <TextField
          prose
          label="Заметка (необязательно)"
          value={submission.note}
          onSave={(note) => put({ note })}
        />
      </div>
      <PaperTicks papers={papers} onChange={mark} keepsOne />
      <KeptTexts mark={submission} />
      <Returned mark={submission} />
      <History of={submission.id} />
      <Button look="quiet" flush sign="bin" onClick={() => void removeRecord(submission.id)}>
        Удалить отметку
      </Button>
    </li>
  );
}
