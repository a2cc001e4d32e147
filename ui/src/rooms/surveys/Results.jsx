/** @import {Survey} from "../../api/types/records" */
/** @import {AreaAnswers} from "../../api/types/figures" */
import { useState } from "preact/hooks";

import { planProposals, takeProposals } from "../../api/reporting.js";
import { surveyResults } from "../../api/surveys.js";
import { Bars, Pairs } from "../../components/bars/Bars.jsx";
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { community } from "../../state/file.js";
import { notify, notifyError } from "../../state/messages.js";
import { allOf, allSaved, oneOf, takeChanges } from "../../state/records.js";
import { undo } from "../../state/steps.js";
import { useAsync } from "../../state/use-async.js";
import { schoolYearName } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { sentence } from "../../words/sentence.js";
import { shareWords } from "./answers.js";
import { HeatMap } from "./HeatMap.jsx";
import { WhoHelps } from "./WhoHelps.jsx";
import { heldWords } from "./surveys.js";

/**
 * What a survey shows: areas, statements, the map, who can help whom; beside an earlier survey of the same questionnaire.
 *
 * @param {{survey: Survey}} props
 */
export function Results({ survey }) {
  const [beside, setBeside] = useState("");
  const whose = community.value?.id ?? "";
  const question = `results ${survey.id} ${beside} ${survey.named} ${survey.questionnaire}`;
  const { told, wrong } = useAsync(question, () => surveyResults(whose, survey.id, beside || null));
  const earlier = allOf("survey").filter(
    (one) =>
      one.questionnaire !== null &&
      one.questionnaire === survey.questionnaire &&
      one.id !== survey.id &&
      one.held < survey.held,
  );
  if (wrong) return <p class="mt-4">{wrong}</p>;
  if (!told || told.leading.length === 0) return null;
  const before = oneOf("survey", told.before);
  const names = before ? { before: heldWords(before), after: heldWords(survey) } : null;
  const areas = (told.answers?.areas ?? [])
    .filter(({ share }) => share.whole > 0)
    .sort((a, b) => b.share.part * a.share.whole - a.share.part * b.share.whole);
  return (
    <section class="mt-5 results" aria-labelledby="results">
      <h2 id="results">Итоги</h2>
      <p class="soft">
        Ответили {counted(told.asked, "человек", "человека", "человек")}. Затруднение есть, если
        отмечено «испытываю» или «нужна помощь».
      </p>
      {earlier.length > 0 && (
        <Choice
          label="Сравнить с замером"
          value={told.before ?? ""}
          options={earlier.map((one) => ({ value: one.id, label: heldWords(one) }))}
          onSave={setBeside}
        />
      )}
      {areas.length > 0 && (
        <>
          <h3 class="mt-4">По областям: доля ответов</h3>
          <Compared
            label="Доля ответов «испытываю» и «нужна помощь» по областям"
            names={names}
            rows={areas.map(({ number, title, share, before: was }) => ({
              id: String(number),
              name: title,
              last: share,
              before: was,
            }))}
          />
        </>
      )}
      <h3 class="mt-4">Чаще всего: сколько человек</h3>
      <Compared
        label="Сколько опрошенных испытывают затруднение"
        names={names}
        rows={told.leading.filter(isNamed).map(({ title, last, before: was }) => ({
          id: title,
          name: title,
          last,
          before: was,
        }))}
      />
      <IntoPlan year={survey.school_year + 1} />
      {areas.length > 0 && (
        <>
          <h3 class="mt-4">По утверждениям</h3>
          {(told.answers?.areas ?? []).map((area) => (
            <Statements key={area.number} area={area} before={names?.before ?? ""} />
          ))}
        </>
      )}
      {told.map && <HeatMap map={told.map} />}
      {told.answers && !survey.named && (
        <p class="mt-4 small soft">
          Анкеты без имён: по организациям и людям ответы не делятся, чтобы никого нельзя было
          узнать.
        </p>
      )}
      {told.pairs.length > 0 && <WhoHelps pairs={told.pairs} />}
    </section>
  );
}

/**
 * Whether somebody has the difficulty, or had it before.
 *
 * @param {{last: Share | null, before: Share | null}} row
 */
const isNamed = ({ last, before }) => (last?.part ?? 0) + (before?.part ?? 0) > 0;

/**
 * Shares as bars, or beside those of the earlier survey.
 *
 * @typedef {{part: number, whole: number}} Share
 *
 * @param {{label: string, names: {before: string, after: string} | null,
 *   rows: {id: string, name: string, last: Share | null, before: Share | null}[]}} props
 */
function Compared({ label, names, rows }) {
  const both = names ? rows.filter(({ last, before }) => last && before?.whole) : [];
  const alone = rows.filter((row) => row.last && !both.includes(row));
  return (
    <>
      {names && both.length > 0 && (
        <Pairs
          label={`${label}, сравнение замеров`}
          {...names}
          rows={both.map(({ id, name, last, before }) => ({
            id,
            name,
            was: before?.part ?? 0,
            wasOf: before?.whole ?? 0,
            is: last?.part ?? 0,
            isOf: last?.whole ?? 0,
          }))}
        />
      )}
      {alone.length > 0 && (
        <Bars
          label={label}
          rows={alone.map(({ id, name, last }) => ({
            id,
            name,
            value: last?.part ?? 0,
            of: last?.whole ?? 0,
            words: shareWords(last),
          }))}
        />
      )}
    </>
  );
}

/**
 * The statements of an area with every answer counted.
 *
 * @param {{area: AreaAnswers, before: string}} props
 */
function Statements({ area, before }) {
  return (
    <details class="fold">
      <summary>
        <b>{area.title}</b> <span class="soft">{shareWords(area.share)}</span>
      </summary>
      <div class="results__frame" tabIndex={0} role="region" aria-label={area.title}>
        <table class="results__table">
          <thead>
            <tr>
              <th scope="col">Утверждение</th>
              {["0", "1", "2", "3"].map((mark) => (
                <th key={mark} scope="col">
                  {mark}
                </th>
              ))}
              <th scope="col">Испытывают</th>
              {before && <th scope="col">Было: {before}</th>}
            </tr>
          </thead>
          <tbody>
            {area.statements.map(({ number, text, counts, share, before: was }) => (
              <tr key={number}>
                <th scope="row">
                  {number}. {text}
                </th>
                <td>{counts.no}</td>
                <td>{counts.partly}</td>
                <td>{counts.yes}</td>
                <td>{counts.help}</td>
                <td class="nb">{shareWords(share)}</td>
                {before && <td class="nb">{shareWords(was)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {area.ready > 0 && <p class="small soft">Готовы поделиться опытом: {area.ready}.</p>}
    </details>
  );
}

/**
 * The most frequent difficulties become rows of the next plan.
 *
 * @param {{year: number}} props of that plan
 */
function IntoPlan({ year }) {
  const [busy, setBusy] = useState(false);
  const whose = community.value?.id ?? "";
  async function take() {
    setBusy(true);
    try {
      await allSaved();
      const found = await planProposals(whose, year);
      const ids = found.filter(({ reason }) => reason === "difficulty").map(({ id }) => id);
      if (ids.length === 0) {
        notify({ text: `Самые частые уже стоят в плане на ${schoolYearName(year)}.` });
        return;
      }
      const changes = await takeProposals(whose, year, ids);
      takeChanges(changes);
      notify({ text: sentence(changes.name), action: "Отменить", act: () => void undo() });
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setBusy(false);
    }
  }
  return (
    <p class="mt-3">
      <Button sign="plus" disabled={busy} onClick={() => void take()}>
        Самые частые — в план на {schoolYearName(year)}
      </Button>
    </p>
  );
}
