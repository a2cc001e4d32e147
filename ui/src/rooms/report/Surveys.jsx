/** @import {Survey} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { today } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { allOf, allSaved, removeRecord, saveRecord } from "../../state/records.js";
import { schoolYearOf } from "../../words/dates.js";
import { folded } from "../../words/people.js";
import { change } from "../../features/record-parts/change.js";
import { focusField } from "../../components/field/focus-field.js";
import { CountedSurvey } from "./CountedSurvey.jsx";
import { SurveyFields } from "./SurveyFields.jsx";
import { SurveyTable, cellId } from "./SurveyTable.jsx";
import { countIn, difficultiesIn, inOrder, othersOf } from "./surveys.js";

const NEXT = "next-difficulty";
const ADD = "add-survey";

/**
 * Surveys of difficulties held in a year, and how many have each difficulty. Counts are typed down a column,
 * and the last line takes the next difficulty by its first letters.
 *
 * @param {{community: string, year: number, opened: string}} props `opened` is a survey that was searched for
 */
export function Surveys({ community, year, opened }) {
  const [fresh, setFresh] = useState("");
  // A difficulty stands in the table before its first count is typed.
  const [added, setAdded] = useState(/** @type {string[]} */ ([]));
  const all = inOrder(allOf("survey").filter((survey) => survey.community === community));
  const ofYear = all.filter((one) => one.school_year === year);
  // Those that are counted of sheets are kept in a room of their own.
  const sheeted = ofYear.filter((one) => one.questionnaire !== null && one.rows.length === 0);
  const surveys = ofYear.filter((one) => !sheeted.includes(one));
  const known = allOf("difficulty").filter((difficulty) => difficulty.community === community);
  const shown = [...new Set([...difficultiesIn(surveys), ...added])].filter((id) =>
    known.some((difficulty) => difficulty.id === id),
  );
  const others = othersOf(known, shown);
  const earlier = difficultiesIn(all.filter((one) => one.school_year < year).slice(-1));

  async function addSurvey() {
    const [id] = await identifiers();
    if (!id) return;
    /** @type {Survey} */
    const record = {
      id,
      community,
      school_year: year,
      held: schoolYearOf(today.value) === year ? today.value : String(year),
      asked: 0,
      who: surveys.at(-1)?.who ?? "",
      rows: [],
      questionnaire: null,
      named: false,
      activity: null,
    };
    saveRecord({ kind: "survey", record });
    setFresh(id);
    focusField(`held-${id}`);
  }

  /** @param {string} difficulty */
  function put(difficulty) {
    setAdded([...added, difficulty]);
    const first = surveys.find((survey) => countIn(survey, difficulty) === null);
    if (first) focusField(cellId(first.id, difficulty));
  }

  /** @param {string} typed */
  async function putNew(typed) {
    const same = known.find((difficulty) => folded(difficulty.title) === folded(typed));
    if (same) return put(same.id);
    const [id] = await identifiers();
    if (!id) return;
    saveRecord({ kind: "difficulty", record: { id, community, title: typed } });
    // A survey may count only a difficulty that is already on the disk.
    await allSaved();
    put(id);
  }

  /** @param {string} id */
  async function remove(id) {
    const done = await removeRecord(id);
    if (done) focusField(ADD);
  }

  return (
    <div class="mt-3 surveys">
      {sheeted.map((survey) => (
        <CountedSurvey key={survey.id} survey={survey} />
      ))}
      {surveys.map((one) => (
        <SurveyFields
          key={one.id}
          survey={one}
          open={one.id === fresh || one.id === opened}
          onRemove={() => void remove(one.id)}
        />
      ))}
      {surveys.length > 0 && (
        <>
          {shown.length > 0 && (
            <SurveyTable
              surveys={surveys}
              shown={shown}
              next={NEXT}
              onKeep={(id) => setAdded((now) => [...new Set([...now, id])])}
              onDrop={(id) => setAdded((now) => now.filter((one) => one !== id))}
            />
          )}
          <div class="mt-3">
            <PersonField
              id={NEXT}
              label="Добавить затруднение: первые буквы или новое название"
              value={null}
              people={others.map(({ id, title }) => ({ id, name: title || "без названия" }))}
              onSave={(id) => id && put(id)}
              onFree={(typed) => void putNew(typed)}
            />
          </div>
          {shown.length === 0 && earlier.length > 0 && (
            <p class="mt-2">
              <Button look="quiet" flush sign="plus" onClick={() => setAdded(earlier)}>
                Взять затруднения прошлого замера
              </Button>
            </p>
          )}
        </>
      )}
      <p class="mt-3">
        <Button id={ADD} sign="plus" onClick={() => void addSurvey()}>
          {surveys.length > 0 ? "Внести ещё замер" : "Внести замер"}
        </Button>
      </p>
      {surveys.length === 0 && (
        <p class="hint">
          Замер — один опрос: когда он прошёл, сколько анкет вернулось и сколько человек испытывают
          каждое затруднение.
        </p>
      )}
      {others.length > 0 && <Others others={others} />}
    </div>
  );
}

/** @returns {Promise<string[]>} none when the program refused, which is said */
async function identifiers() {
  try {
    return await newIds(1);
  } catch (thrown) {
    notify({ text: asRefusal(thrown).message });
    return [];
  }
}

/**
 * Known difficulties that no survey of the year counts: renamed or deleted here.
 *
 * @param {{others: import("../../api/types/records").Difficulty[]}} props
 */
function Others({ others }) {
  return (
    <details class="fold mt-3">
      <summary>Другие известные затруднения: {others.length}</summary>
      <ul class="mt-2">
        {others.map(({ id, title }, at) => (
          <li key={id} class="surveys__other">
            <TextArea
              label={`Затруднение ${at + 1}`}
              quiet
              value={title}
              onSave={(text) => change("difficulty", id, () => ({ title: text }))}
            />
            <Button look="quiet" sign="bin" onClick={() => void removeRecord(id)}>
              <span>
                Удалить<span class="hidden">: {title}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
