/** @import {Criterion} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Taken} from "../../features/journal/RecordField.jsx" */
import { useRef } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { TextArea } from "../../components/field/TextArea.jsx";
import { derivedOf } from "../../state/derived.js";
import { notify, notifyError } from "../../state/messages.js";
import { counted } from "../../words/numbers.js";
import { TakeCriteria } from "./TakeCriteria.jsx";
import { keyPoints } from "../../features/points/points.js";
import "./criteria.css";

/** What a measure may have. */
const POINTS = [0, 1, 2];

const MEASURES = /** @type {const} */ (["показатель", "показателя", "показателей"]);

/**
 * The measures of an expertise, each with its points. A key gives the points and goes on to the next measure, so that
 * ten of them are judged by ten keys.
 *
 * @param {FieldLooks & Taken} props
 */
export function Criteria({ label, value, record, onSave }) {
  const criteria = /** @type {Criterion[]} */ (value);
  const found = derivedOf("expertise", record?.id);
  // The next key may come before the list is drawn anew.
  const latest = useRef(criteria);
  latest.current = criteria;

  /** @param {Criterion[]} list */
  function keep(list) {
    latest.current = list;
    onSave(list);
  }

  /** @param {string} id @param {Partial<Criterion>} what */
  const put = (id, what) =>
    keep(latest.current.map((one) => (one.id === id ? { ...one, ...what } : one)));

  /** @param {string[]} texts */
  async function add(texts) {
    try {
      const ids = await newIds(texts.length);
      const more = ids.map((id, at) => ({ id, text: texts[at] ?? "", points: null }));
      keep([...latest.current, ...more]);
      const first = more[0];
      if (first) focusField(first.text ? pointsId(first.id) : textId(first.id));
    } catch (thrown) {
      notifyError(thrown);
    }
  }

  /** @param {Criterion} gone */
  function remove(gone) {
    const before = latest.current;
    keep(before.filter((one) => one.id !== gone.id));
    focusField("add-criterion");
    notify({ text: "Показатель удалён.", action: "Вернуть", act: () => keep(before) });
  }

  /** @param {KeyboardEvent} event @param {number} at */
  function onKeyDown(event, at) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const meant = keyPoints(event.code);
    const one = criteria[at];
    if (meant === undefined || !one) return;
    event.preventDefault();
    put(one.id, { points: meant });
    const next = criteria[at + 1];
    // It is there already, and the next key is meant for it.
    if (meant !== null)
      document.getElementById(next ? pointsId(next.id) : "add-criterion")?.focus();
  }

  return (
    <section class="criteria" aria-labelledby="criteria-head">
      <h2 id="criteria-head">{label}</h2>
      {criteria.length === 0 ? (
        <p class="mt-1 soft">Возьмите готовые показатели или впишите свои.</p>
      ) : (
        <p class="mt-1 small soft">
          С клавиатуры: встаньте на баллы и нажимайте <kbd>0</kbd>, <kbd>1</kbd>, <kbd>2</kbd> —
          дальше программа перейдёт сама.
        </p>
      )}
      <ol class="mt-2">
        {criteria.map((one, at) => (
          <li key={one.id} class="criteria__row">
            <TextArea
              id={textId(one.id)}
              label={`Показатель ${at + 1}`}
              quiet
              rows={1}
              value={one.text}
              onSave={(text) => put(one.id, { text })}
            />
            <span
              class="seg"
              role="radiogroup"
              aria-label={`Баллы: ${one.text || `показатель ${at + 1}`}`}
              onKeyDown={(event) => onKeyDown(event, at)}
            >
              {POINTS.map((points) => (
                <label key={points}>
                  <input
                    id={isReached(one, points) ? pointsId(one.id) : undefined}
                    type="radio"
                    name={`points-of-${one.id}`}
                    checked={one.points === points}
                    onChange={() => put(one.id, { points })}
                  />
                  {points}
                </label>
              ))}
            </span>
            <Button
              look="quiet"
              sign="bin"
              label={`Удалить показатель ${at + 1}`}
              onClick={() => remove(one)}
            >
              <span class="hidden">Удалить</span>
            </Button>
          </li>
        ))}
      </ol>
      {found?.words && (
        <p class="mt-2" role="status">
          Сумма баллов: <b>{found.words}</b>
          {found.sum.without > 0 && `, без баллов ещё ${counted(found.sum.without, ...MEASURES)}`}
        </p>
      )}
      <p class="mt-2">
        <Button id="add-criterion" look="quiet" flush sign="plus" onClick={() => void add([""])}>
          Добавить показатель
        </Button>
      </p>
      <TakeCriteria criteria={criteria} onTake={(texts) => void add(texts)} />
    </section>
  );
}

/** @param {string} id */
const textId = (id) => `criterion-${id}`;
/** @param {string} id */
const pointsId = (id) => `points-${id}`;

/**
 * Where the focus goes when the points of a measure are asked for: to what is chosen, or to the first.
 *
 * @param {Criterion} one
 * @param {number} points
 */
const isReached = (one, points) => points === (one.points ?? 0);
