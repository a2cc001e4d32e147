/** @import {Survey} from "../../api/types/records" */
/** @import {TakenAnswers} from "../../api/types/importing" */
import { useState } from "preact/hooks";

import { takeAnswerFiles } from "../../api/surveys.js";
import { KINDS } from "../../api/types/kinds.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { DropArea } from "../../components/drop-area/DropArea.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { History } from "../../features/history/History.jsx";
import { RecordField } from "../../features/journal/RecordField.jsx";
import { PaperBeside, print, saveAs } from "../../features/paper-beside/PaperBeside.jsx";
import { change } from "../../features/record-parts/change.js";
import { community, today, year } from "../../state/file.js";
import { notify, notifyError } from "../../state/messages.js";
import { readDateHere } from "../../state/reading.js";
import {
  allOf,
  allSaved,
  oneOf,
  removeRecord,
  removeRecords,
  takeChanges,
} from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { undo } from "../../state/steps.js";
import { partialDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { readPartial } from "../../words/read-partial.js";
import { sentence } from "../../words/sentence.js";
import { Results } from "./Results.jsx";
import { heldWords, sheetsOf } from "./surveys.js";

const ACTIVITY = KINDS.survey.fields.find(({ key }) => key === "activity");

/**
 * A survey: by which questionnaire, how its sheets come in, and what they show.
 *
 * @param {{survey: Survey, paper: boolean}} props
 */
export function SurveyPage({ survey, paper }) {
  const [taken, setTaken] = useState(/** @type {TakenAnswers | null} */ (null));
  const [busy, setBusy] = useState(false);
  const { id, questionnaire } = survey;
  const asked = oneOf("questionnaire", questionnaire);
  const sheets = sheetsOf(id);
  const count = counted(sheets.length, "анкета", "анкеты", "анкет");
  const whose = community.value?.id ?? "";
  const request = { community: whose, year: year.value, on: today.value };
  if (paper) {
    return (
      <div class="trio__form surveys-room__paper">
        <div class="head stay">
          <h1>Свод затруднений</h1>
          <div class="head__act">
            <ButtonLink sign="back" href={href("surveys", id)}>
              К замеру
            </ButtonLink>
          </div>
        </div>
        <PaperBeside request={{ ...request, kind: "difficulties", record: id }} />
      </div>
    );
  }
  /** @param {Partial<Survey>} what */
  const save = (what) => change("survey", id, () => what);

  /** @param {number | null} dropped */
  async function takeFiles(dropped) {
    setBusy(true);
    try {
      await allSaved();
      const came = await takeAnswerFiles(whose, id, dropped);
      if (!came) return;
      setTaken(came);
      if (came.changes) {
        takeChanges(came.changes);
        notify({ text: sentence(came.changes.name), action: "Отменить", act: () => void undo() });
      }
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setBusy(false);
    }
  }
  async function remove() {
    const done =
      sheets.length > 0
        ? await removeRecords(
            [...sheets.map((sheet) => sheet.id), id],
            `Удалён замер: ${heldWords(survey)}, ${count}.`,
            "Замер снова на месте.",
          )
        : await removeRecord(id);
    if (done) go(href("surveys"));
  }
  return (
    <div class="trio__form">
      <div class="head stay">
        <div>
          <h1>Замер: {heldWords(survey)}</h1>
          <p class="soft">{questionnaire ? `Внесено: ${count}.` : "Только итоги, без анкет."}</p>
        </div>
        <div class="head__act">
          <ButtonLink sign="sheet" href={href("surveys", id, "paper")}>
            Свод на печать
          </ButtonLink>
        </div>
      </div>
      <div class="fields mt-3">
        <Choice
          label="По какой анкете"
          value={questionnaire ?? ""}
          disabled={sheets.length > 0}
          hint={
            sheets.length > 0 ? "Анкеты уже внесены; для другой сделайте новый замер." : undefined
          }
          options={[
            { value: "", label: "без анкеты, только итоги" },
            ...allOf("questionnaire").map((one) => ({
              value: one.id,
              label: one.title || "Без названия",
            })),
          ]}
          onSave={(one) => save({ questionnaire: one || null })}
        />
        <ReadField
          span={6}
          label="Когда прошёл"
          hint="День или месяц: «17.10.25», «октябрь»"
          value={survey.held}
          show={partialDate}
          read={(typed) => readPartial(typed, survey.school_year, readDateHere)}
          required="Впишите хотя бы месяц."
          onSave={(held) => held && save({ held })}
        />
        {questionnaire && (
          <Choice
            span={6}
            label="Имена на анкетах"
            value={survey.named ? "named" : "anonymous"}
            disabled={sheets.length > 0}
            hint={
              survey.named
                ? "Видно, кому нужна помощь и кто её даст."
                : "Никто не узнает, чья анкета; честнее ответы."
            }
            options={[
              { value: "anonymous", label: "без имён" },
              { value: "named", label: "с именами" },
            ]}
            onSave={(word) => save({ named: word === "named" })}
          />
        )}
        <TextField
          label="Кто отвечал (необязательно)"
          value={survey.who}
          onSave={(who) => save({ who })}
        />
        {ACTIVITY && (
          <RecordField
            field={ACTIVITY}
            label="Мероприятие плана (необязательно)"
            value={survey.activity}
            onSave={(activity) => save({ activity })}
          />
        )}
      </div>
      {asked && (
        <DropArea onDrop={(token) => void takeFiles(token)} disabled={busy}>
          <div class="surveys-room__acts mt-4">
            <ButtonLink look="main" sign="plus" href={href("surveys", id, "sheets")}>
              Вносить анкеты
            </ButtonLink>
            <Button sign="sheet" disabled={busy} onClick={() => void takeFiles(null)}>
              Взять из файлов школ…
            </Button>
            <Button
              look="quiet"
              sign="print"
              onClick={() => void print({ ...request, kind: "survey", record: asked.id })}
            >
              Напечатать анкету
            </Button>
            <Button
              look="quiet"
              sign="save"
              onClick={() => void saveAs({ ...request, kind: "survey", record: asked.id }, "xlsx")}
            >
              Сохранить для школ (XLSX)…
            </Button>
          </div>
        </DropArea>
      )}
      {!asked && (
        <p class="mt-4">
          <ButtonLink href={href("report", id)}>Итоги вносятся в отчёте</ButtonLink>
        </p>
      )}
      {taken && <Taken taken={taken} onClose={() => setTaken(null)} />}
      <Results survey={survey} />
      <History of={id} />
      <p class="mt-4">
        <Button look="quiet" flush sign="bin" onClick={() => void remove()}>
          Удалить замер
        </Button>
      </p>
    </div>
  );
}

/**
 * What became of the files: each with what did not go in.
 *
 * @param {{taken: TakenAnswers, onClose: () => void}} props
 */
function Taken({ taken, onClose }) {
  return (
    <section class="mt-4 taken" aria-label="Что взято из файлов" role="status">
      {taken.files.map(({ file, school, sheets, first, refused, faults }, at) => (
        <div key={at} class="mt-2">
          <p>
            <b>{file}</b>
            {school && ` — ${school}`}
            {refused
              ? `: ${refused}`
              : `: ${counted(sheets, "анкета", "анкеты", "анкет")}, № ${first}–${first + sheets - 1}.`}
          </p>
          {faults.length > 0 && (
            <ul class="small">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <p class="mt-2">
        <Button look="quiet" flush onClick={onClose}>
          Понятно
        </Button>
      </p>
    </section>
  );
}
