/** @import {Area, Questionnaire, Statement} from "../../api/types/records" */
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { History } from "../../features/history/History.jsx";
import { moved } from "../../features/journal/entries.js";
import { PaperBeside, saveAs } from "../../features/paper-beside/PaperBeside.jsx";
import { change } from "../../features/record-parts/change.js";
import { community, today, year } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { allOf, removeRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { freeNumber, readAnswers } from "./answers.js";
import { sheetsOf } from "./surveys.js";

/**
 * A questionnaire: its words, its areas with their statements, and the sheet that is printed of it.
 *
 * @param {{questionnaire: Questionnaire, paper: boolean}} props
 */
export function QuestionnairePage({ questionnaire, paper }) {
  const { id } = questionnaire;
  const held = allOf("survey").filter((survey) => survey.questionnaire === id);
  const answered = answeredIn(held.flatMap((survey) => sheetsOf(survey.id)));
  /** @type {import("../../api/types/commands").PaperRequest} */
  const request = {
    community: community.value?.id ?? "",
    kind: "survey",
    year: year.value,
    on: today.value,
    record: id,
  };
  /** @param {Partial<Questionnaire>} what */
  const save = (what) => change("questionnaire", id, () => what);
  /** @param {(areas: Area[], free: number) => Area[]} what @param {string} [focus] */
  function put(what, focus) {
    change("questionnaire", id, (now) => {
      const areas = what(now.areas, freeNumber(now));
      return { areas, issued: Math.max(now.issued, freeNumber({ ...now, areas }) - 1) };
    });
    if (focus) focusField(focus);
  }
  async function remove() {
    if (await removeRecord(id)) go(href("surveys"));
  }
  return (
    <>
      <div class="trio__form">
        <div class="head stay">
          <div>
            <h1>{questionnaire.title || "Анкета без названия"}</h1>
            {held.length > 0 && <p class="soft">По ней прошли замеры: {held.length}.</p>}
          </div>
          <div class="head__act only-narrow">
            <ButtonLink sign="sheet" href={href("surveys", id, paper ? "" : "paper")}>
              {paper ? "К анкете" : "Как напечатается"}
            </ButtonLink>
          </div>
        </div>
        <div class="fields mt-3">
          <TextField
            label="Название"
            value={questionnaire.title}
            onSave={(title) => save({ title })}
          />
          <TextArea
            label="Что сказано отвечающим"
            rows={2}
            value={questionnaire.note}
            onSave={(note) => save({ note })}
          />
          <div class="field">
            <Tick
              checked={questionnaire.share_asked}
              onChange={(share_asked) => save({ share_asked })}
            >
              Спрашивать в каждой области, кто готов поделиться опытом
            </Tick>
          </div>
        </div>
        {questionnaire.areas.map((area, at) => (
          <AreaForm
            key={area.number}
            area={area}
            at={at}
            of={questionnaire.areas.length}
            answered={answered}
            onChange={put}
          />
        ))}
        <p class="mt-4">
          <Button
            sign="plus"
            onClick={() =>
              put(
                (areas, free) => [
                  ...areas,
                  { number: free, title: "", statements: [{ number: free + 1, text: "" }] },
                ],
                `area-${freeNumber(questionnaire)}`,
              )
            }
          >
            Добавить область
          </Button>
        </p>
        <History of={id} />
        <p class="mt-4">
          <Button look="quiet" flush sign="bin" onClick={() => void remove()}>
            Удалить анкету
          </Button>
        </p>
      </div>
      <PaperBeside request={request}>
        <Button look="bar" sign="save" onClick={() => void saveAs(request, "xlsx")}>
          Для школ, XLSX…
        </Button>
      </PaperBeside>
    </>
  );
}

/**
 * The numbers of statements and areas that some sheet has answered.
 *
 * @param {import("../../api/types/records").AnswerSheet[]} sheets
 */
function answeredIn(sheets) {
  /** @type {Set<number>} */
  const found = new Set();
  for (const { answers, ready } of sheets) {
    for (const number of readAnswers(answers).keys()) found.add(number);
    ready.forEach((number) => found.add(number));
  }
  return found;
}

/**
 * @param {{area: Area, at: number, of: number, answered: Set<number>,
 *   onChange: (what: (areas: Area[], free: number) => Area[], focus?: string) => void}} props
 */
function AreaForm({ area, at, of, answered, onChange }) {
  const { number, title, statements } = area;
  const name = title || `область ${at + 1}`;
  const kept = answered.has(number) || statements.some((one) => answered.has(one.number));
  /** @param {(statements: Statement[], free: number) => Statement[]} what @param {string} [focus] */
  const put = (what, focus) =>
    onChange(
      (areas, free) =>
        areas.map((one) =>
          one.number === number ? { ...one, statements: what(one.statements, free) } : one,
        ),
      focus,
    );

  function removeArea() {
    onChange((areas) => areas.filter((one) => one.number !== number));
    notify({
      text: `Удалена область: ${name}.`,
      action: "Вернуть",
      act: () => onChange((areas) => [...areas.slice(0, at), area, ...areas.slice(at)]),
    });
  }
  /** @param {number} place */
  function removeStatement(place) {
    const gone = statements[place];
    if (!gone) return;
    put((now) => now.filter((one) => one.number !== gone.number));
    notify({
      text: `Удалено утверждение № ${gone.number}.`,
      action: "Вернуть",
      act: () => put((now) => [...now.slice(0, place), gone, ...now.slice(place)]),
    });
  }
  return (
    <section class="mt-4 area" aria-label={`Область ${at + 1}`}>
      <div class="area__head">
        <TextField
          id={`area-${number}`}
          label={`Область ${at + 1}`}
          value={title}
          onSave={(words) =>
            onChange((areas) =>
              areas.map((one) => (one.number === number ? { ...one, title: words } : one)),
            )
          }
        />
        <Acts
          what={`область ${at + 1}`}
          first={at === 0}
          last={at === of - 1}
          kept={kept}
          onMove={(step) => onChange((areas) => moved(areas, at, step))}
          onRemove={removeArea}
        />
      </div>
      {statements.map((statement, place) => (
        <div key={statement.number} class="area__row">
          <span class="area__number" aria-hidden="true">
            {statement.number}.
          </span>
          <TextArea
            id={`statement-${statement.number}`}
            label={`Утверждение ${statement.number}`}
            quiet
            value={statement.text}
            onSave={(text) =>
              put((now) =>
                now.map((one) => (one.number === statement.number ? { ...one, text } : one)),
              )
            }
          />
          <Acts
            what={`утверждение ${statement.number}`}
            first={place === 0}
            last={place === statements.length - 1}
            kept={answered.has(statement.number)}
            onMove={(step) => put((now) => moved(now, place, step))}
            onRemove={() => removeStatement(place)}
          />
        </div>
      ))}
      <p>
        <Button
          look="quiet"
          flush
          sign="plus"
          onClick={() => {
            let fresh = 0;
            put((now, free) => {
              fresh = free;
              return [...now, { number: free, text: "" }];
            });
            focusField(`statement-${fresh}`);
          }}
        >
          <span>
            Добавить утверждение<span class="hidden">: {name}</span>
          </span>
        </Button>
      </p>
    </section>
  );
}

/**
 * Higher, lower, out. What was answered stays.
 *
 * @param {{what: string, first: boolean, last: boolean, kept: boolean, onMove: (step: 1 | -1) => void,
 *   onRemove: () => void}} props
 */
function Acts({ what, first, last, kept, onMove, onRemove }) {
  const named = (/** @type {string} */ word) => (
    <span>
      {word}
      <span class="hidden"> {what}</span>
    </span>
  );
  return (
    <span class="area__acts">
      <Button look="quiet" disabled={first} onClick={() => onMove(-1)}>
        {named("Выше")}
      </Button>
      <Button look="quiet" disabled={last} onClick={() => onMove(1)}>
        {named("Ниже")}
      </Button>
      {kept ? (
        <span class="small soft">есть ответы</span>
      ) : (
        <Button look="quiet" onClick={onRemove}>
          {named("Удалить")}
        </Button>
      )}
    </span>
  );
}
