/** @import {Survey} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { notify } from "../../state/messages.js";
import { oneOf } from "../../state/records.js";
import { wholeNumber } from "../../words/numbers.js";
import { change } from "../../features/record-parts/change.js";
import { focusField } from "../../components/field/focus-field.js";
import { countIn, heldShort, rowsWith } from "./surveys.js";

/** More than any survey asks; the number of sheets bounds a count where it is known. */
const MOST = 9999;

/**
 * @param {string} survey
 * @param {string} difficulty
 */
export const cellId = (survey, difficulty) => `count-${survey}-${difficulty}`;

/**
 * Difficulties by surveys. Enter and the arrows go down and up a column, as in a table of numbers.
 *
 * @param {{surveys: Survey[], shown: string[], next: string,
 *   onKeep: (id: string) => void, onDrop: (id: string) => void}} props `next` is the field that follows the
 *   last line; `onKeep` keeps a line whose counts were all erased
 */
export function SurveyTable({ surveys, shown, next, onKeep, onDrop }) {
  const years = new Set(surveys.map((survey) => survey.held.slice(0, 7)));
  const withYear = years.size < surveys.length;

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const step = { Enter: 1, NumpadEnter: 1, ArrowDown: 1, ArrowUp: -1 }[event.code];
    const place = step && placeOf(event.target);
    if (!step || !place) return;
    event.preventDefault();
    const row = shown.indexOf(place.difficulty) + step;
    const difficulty = shown[row];
    const to = difficulty ? cellId(place.survey, difficulty) : row < 0 ? "" : next;
    const input = document.getElementById(to);
    if (!(input instanceof HTMLInputElement)) return;
    input.focus();
    input.select();
  }

  /** @param {EventTarget | null} target */
  function placeOf(target) {
    const id = target instanceof HTMLInputElement ? target.id : "";
    for (const { id: survey } of surveys) {
      const difficulty = shown.find((one) => cellId(survey, one) === id);
      if (difficulty) return { survey, difficulty };
    }
    return null;
  }

  return (
    <div class="counts__frame mt-3">
      <table class="counts" role="table" onKeyDown={onKeyDown}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Затруднение
            </th>
            {surveys.map((survey) => (
              <th key={survey.id} role="columnheader" scope="col" class="counts__one">
                {columnName(survey, withYear)}
                {survey.asked > 0 && <small>из {survey.asked}</small>}
              </th>
            ))}
            <th role="columnheader" scope="col" class="counts__act">
              <span class="hidden">Действие</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((id) => (
            <Line
              key={id}
              id={id}
              surveys={surveys}
              shown={shown}
              next={next}
              onKeep={onKeep}
              onDrop={onDrop}
              withYear={withYear}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * A count; refused in few words, since a cell is narrow.
 *
 * @param {string} typed
 * @param {number} most
 */
const readCount = (typed, most) =>
  wholeNumber(typed, 0, most).catch(() => {
    throw new Error(most === MOST ? "Нужно число." : `От 0 до ${most}.`);
  });

/**
 * Two surveys of one month are told apart by the day.
 *
 * @param {Survey} survey
 * @param {boolean} sameMonth
 */
function columnName({ held }, sameMonth) {
  return sameMonth && held.length === 10 ? `${held.slice(8)}.${held.slice(5, 7)}` : heldShort(held);
}

/**
 * @param {{id: string, surveys: Survey[], shown: string[], next: string, withYear: boolean,
 *   onKeep: (id: string) => void, onDrop: (id: string) => void}} props
 */
function Line({ id, surveys, shown, next, withYear, onKeep, onDrop }) {
  const title = oneOf("difficulty", id)?.title ?? "";
  /**
   * @param {string} survey
   * @param {number | null} count
   */
  const save = (survey, count) => {
    if (count === null) onKeep(id);
    change("survey", survey, (now) => ({ rows: rowsWith(now, id, count, shown) }));
  };

  function takeOut() {
    const before = surveys.map((one) => ({ survey: one.id, count: countIn(one, id) }));
    const counted = before.filter(({ count }) => count !== null);
    onDrop(id);
    for (const { survey } of counted) {
      change("survey", survey, (now) => ({ rows: rowsWith(now, id, null, shown) }));
    }
    focusField(next);
    notify({
      text: `Убрано из замеров этого года: ${title || "затруднение без названия"}.`,
      action: "Вернуть",
      act: () => {
        onKeep(id);
        for (const { survey, count } of counted) {
          change("survey", survey, (now) => ({ rows: rowsWith(now, id, count, shown) }));
        }
      },
    });
  }

  return (
    <tr role="row">
      <td role="cell">
        <TextArea
          label={`Название затруднения ${shown.indexOf(id) + 1}`}
          quiet
          value={title}
          wrong={title.trim() ? null : "Впишите название."}
          onSave={(text) => change("difficulty", id, () => ({ title: text }))}
        />
      </td>
      {surveys.map((survey) => {
        const most = survey.asked || MOST;
        return (
          <td key={survey.id} role="cell">
            <ReadField
              id={cellId(survey.id, id)}
              quiet
              label={`${title}, ${columnName(survey, withYear)}: сколько человек`}
              value={countIn(survey, id)}
              show={String}
              preview={() => ""}
              read={(typed) => readCount(typed, most)}
              onSave={(count) => save(survey.id, count)}
            />
          </td>
        );
      })}
      <td role="cell">
        <Button look="quiet" onClick={takeOut}>
          <span>
            Убрать<span class="hidden">: {title}</span>
          </span>
        </Button>
      </td>
    </tr>
  );
}
