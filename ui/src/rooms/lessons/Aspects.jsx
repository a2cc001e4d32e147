/** @import {LessonAspect} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Taken} from "../../features/journal/RecordField.jsx" */
import { useRef } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { LESSON_ASPECTS } from "../../api/types/lesson-aspects.js";
import { Button } from "../../components/button/Button.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { TextArea } from "../../components/field/TextArea.jsx";
import { PointsField, pointsId } from "../../features/points/PointsField.jsx";
import { notify, notifyError } from "../../state/messages.js";
import { allOf } from "../../state/records.js";
import "./lessons.css";

const ADD = "add-aspect";

/**
 * What was looked at in a lesson, each with its points and a word on what was seen. A key gives the points and goes on
 * to the next.
 *
 * @param {FieldLooks & Taken} props
 */
export function Aspects({ label, value, onSave }) {
  const aspects = /** @type {LessonAspect[]} */ (value);
  // The next key may come before the list is drawn anew.
  const latest = useRef(aspects);
  latest.current = aspects;
  const earlier = lastTexts(aspects);

  /** @param {LessonAspect[]} list */
  function keep(list) {
    latest.current = list;
    onSave(list);
  }

  /** @param {string} id @param {Partial<LessonAspect>} what */
  const put = (id, what) =>
    keep(latest.current.map((aspect) => (aspect.id === id ? { ...aspect, ...what } : aspect)));

  /** @param {readonly string[]} texts */
  async function add(texts) {
    try {
      const ids = await newIds(texts.length);
      const more = ids.map((id, at) => ({ id, text: texts[at] ?? "", points: null, note: "" }));
      keep([...latest.current, ...more]);
      const first = more[0];
      if (first) focusField(first.text ? pointsId(first.id) : textId(first.id));
    } catch (thrown) {
      notifyError(thrown);
    }
  }

  /** @param {LessonAspect} gone */
  function remove(gone) {
    const before = latest.current;
    keep(before.filter((aspect) => aspect.id !== gone.id));
    focusField(ADD);
    notify({ text: "Строка наблюдений удалена.", action: "Вернуть", act: () => keep(before) });
  }

  /** @param {number} at */
  const goOn = (at) => {
    const next = aspects[at + 1];
    // It is there already, and the next key is meant for it.
    document.getElementById(next ? pointsId(next.id) : ADD)?.focus();
  };

  return (
    <section class="aspects" aria-labelledby="aspects-head">
      <h2 id="aspects-head">{label}</h2>
      {aspects.length === 0 ? (
        <p class="mt-1 soft">
          Возьмите готовый список или впишите свои строки. Баллы ставить не обязательно.
        </p>
      ) : (
        <p class="mt-1 small soft">
          0 — не видно, 1 — отчасти, 2 — видно. С клавиатуры: встаньте на баллы и нажимайте цифры,
          дальше программа перейдёт сама.
        </p>
      )}
      <ol class="mt-2">
        {aspects.map((aspect, at) => (
          <li key={aspect.id} class="aspects__row">
            <TextArea
              id={textId(aspect.id)}
              label={`На что смотрели, строка ${at + 1}`}
              quiet
              line
              value={aspect.text}
              onSave={(text) => put(aspect.id, { text })}
            />
            <PointsField
              id={aspect.id}
              label={`Баллы: ${aspect.text || `строка ${at + 1}`}`}
              value={aspect.points}
              onSave={(points) => put(aspect.id, { points })}
              onNext={() => goOn(at)}
            />
            <TextArea
              label={`Что увидели, строка ${at + 1}`}
              quiet
              line
              value={aspect.note}
              onSave={(note) => put(aspect.id, { note })}
            />
            <Button
              look="quiet"
              sign="bin"
              label={`Удалить строку ${at + 1}`}
              onClick={() => remove(aspect)}
            >
              <span class="hidden">Удалить</span>
            </Button>
          </li>
        ))}
      </ol>
      <p class="mt-2 aspects__acts">
        {aspects.length === 0 && (
          <>
            <Button onClick={() => void add(LESSON_ASPECTS)}>Взять готовый список</Button>
            {earlier.length > 0 && (
              <Button onClick={() => void add(earlier)}>Как в прошлый раз</Button>
            )}
          </>
        )}
        <Button id={ADD} look="quiet" flush sign="plus" onClick={() => void add([""])}>
          Добавить строку наблюдений
        </Button>
      </p>
    </section>
  );
}

/** @param {string} id */
const textId = (id) => `aspect-${id}`;

/**
 * What was looked at in the last lesson that has a list.
 *
 * @param {LessonAspect[]} here of the lesson that is open
 */
function lastTexts(here) {
  const own = new Set(here.map(({ id }) => id));
  const others = allOf("lesson_visit").filter(
    ({ aspects }) => aspects.length > 0 && !aspects.some(({ id }) => own.has(id)),
  );
  const last = others.sort((a, b) => b.date.localeCompare(a.date))[0];
  return last?.aspects.map(({ text }) => text).filter((text) => text.trim()) ?? [];
}
