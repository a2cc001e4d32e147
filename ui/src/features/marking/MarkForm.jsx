/** @import {ComponentChildren} from "preact" */
/** @import {Mark, Move} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { today } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { readDateIn, readTermHere } from "../../state/reading.js";
import { choicesOf } from "../../words/choices.js";
import { longDate, partialDate, weekday } from "../../words/dates.js";
import { readPartial } from "../../words/read-partial.js";
import { capital } from "../../words/sentence.js";
import { termWords } from "../../words/terms.js";
import { newMark } from "./marks.js";
import "./marking.css";

/**
 * @typedef {object} Work what is marked: a decision, a row of the plan, a row of a road map
 * @property {string} id
 * @property {Mark | null} mark
 * @property {Move[]} moves
 *
 * @typedef {object} Marked
 * @property {Work} work
 * @property {number} year the school year in which its terms are read
 * @property {(what: (now: Work) => Partial<Work>) => void} change saves it where it is kept, read anew at that moment
 * @property {string} [stays] where the approved term stays when it is moved: «в протоколе»
 */

const STATES = [
  { value: "", label: "Выполняется" },
  ...choicesOf("activity", "mark", "state").map(({ value, label }) => ({
    value,
    label: capital(label),
  })),
];

/**
 * What came of something that is to be done by a term: a final mark, or another term. Each field is saved by itself.
 *
 * @param {Marked & {label: string, row?: string, children?: ComponentChildren}} props `label` says what is marked;
 *   `row` is what takes the focus when a field goes away
 */
export function MarkForm({ label, row, children, ...marked }) {
  const { work, year, change, stays = "в плане" } = marked;
  const { mark, moves } = work;

  /** @param {string} state */
  function choose(state) {
    change((now) => ({
      mark: state
        ? { ...(now.mark ?? newMark("done")), state: /** @type {Mark["state"]} */ (state) }
        : null,
    }));
    // Going back to «Выполняется» takes the typed result away, so it can be brought back.
    if (!state && (mark?.result || mark?.reason)) {
      notify({
        text: "Отметка убрана.",
        action: "Вернуть",
        act: () => change(() => ({ mark })),
      });
    }
  }

  return (
    <div class="marking">
      <Segments label={label} value={mark?.state ?? ""} options={STATES} onChange={choose} />
      {mark && <MarkFields {...marked} mark={mark} />}
      {moves.map((move, at) => (
        <MoveFields key={at} {...marked} row={row} move={move} at={at} />
      ))}
      {!mark && (
        <div class="mt-3 fields">
          <TermField
            id={moveId(work)}
            span={8}
            label={`Перенести ${moves.length > 0 ? "ещё раз" : "на другой срок"} (необязательно)`}
            hint={`Наберите срок, например «до 1 марта». Прежний останется ${stays}.`}
            value={null}
            read={(typed) => readTermHere(typed, year)}
            onSave={(to) =>
              to &&
              change((now) => ({
                moves: [...now.moves, { to, reason: "", date: today.value }],
              }))
            }
          />
        </div>
      )}
      {children}
    </div>
  );
}

/** The field of another term. @param {Work} work */
const moveId = (work) => `move-${work.id}`;

/** @param {Marked & {mark: Mark}} props */
function MarkFields({ year, change, mark }) {
  const put = (/** @type {Partial<Mark>} */ part) =>
    change((now) => ({ mark: now.mark && { ...now.mark, ...part } }));
  const whole = mark.state === "done";
  const some = whole || mark.state === "done_in_part";
  return (
    <div class="mt-3 fields">
      <PastDay
        partial
        label={some ? "Когда выполнено" : "Когда стало известно"}
        year={year}
        value={mark.date}
        onSave={(date) => put({ date })}
      />
      {some && (
        <TextField
          span={8}
          prose
          label="Что получилось (необязательно)"
          hint="Попадёт в отчёт: «6 уроков из 8», «23 участника»."
          value={mark.result}
          onSave={(result) => put({ result })}
        />
      )}
      {!whole && (
        <TextField
          span={some ? undefined : 8}
          prose
          label={some ? "Почему не всё" : "Почему"}
          hint={
            mark.reason ? undefined : "Причину спросят в РИМК: напишите её в нескольких словах."
          }
          value={mark.reason}
          onSave={(reason) => put({ reason })}
        />
      )}
    </div>
  );
}

/** @param {Marked & {row: string | undefined, move: Move, at: number}} props */
function MoveFields({ work, year, change, row, move, at }) {
  const { moves } = work;
  const put = (/** @type {Partial<Move>} */ part) =>
    change((now) => ({
      moves: now.moves.map((one, place) => (place === at ? { ...one, ...part } : one)),
    }));
  function remove() {
    change((now) => ({ moves: now.moves.filter((_, place) => place !== at) }));
    focusField(work.mark && row ? row : moveId(work));
    notify({
      text: "Перенос срока удалён.",
      action: "Вернуть",
      act: () => change(() => ({ moves })),
    });
  }
  return (
    <fieldset class="mt-3">
      <legend class="marking__move">
        <b>Перенесено: {termWords(move.to)}</b>
      </legend>
      <div class="fields">
        <PastDay
          label="Когда решили перенести"
          year={year}
          value={move.date}
          onSave={(date) => put({ date })}
        />
        <TextField
          span={8}
          prose
          label="Почему перенесено"
          hint={
            move.reason ? undefined : "Причину спросят в РИМК: напишите её в нескольких словах."
          }
          value={move.reason}
          onSave={(reason) => put({ reason })}
        />
      </div>
      <Button look="quiet" flush sign="bin" onClick={remove}>
        Удалить перенос
      </Button>
    </fieldset>
  );
}

/**
 * A day that has come: a mark of tomorrow would not count today, and nobody would see why. Of an old mark
 * perhaps only the month or the year is known.
 *
 * @param {{label: string, year: number, value: string | null, partial?: boolean,
 *   onSave: (date: string | null) => void}} props
 */
function PastDay({ label, year, value, partial = false, onSave }) {
  const shown = (/** @type {string} */ date) =>
    date.length === 10 ? longDate(date) : partialDate(date);
  return (
    <ReadField
      span={4}
      label={label}
      value={value}
      show={shown}
      preview={(date) => (date.length === 10 ? `${longDate(date)}, ${weekday(date)}` : shown(date))}
      read={async (typed) => {
        const ask = (/** @type {string} */ text) => readDateIn(text, year);
        const date = await (partial ? readPartial(typed, year, ask) : ask(typed));
        if (date > today.value) throw new Error("Этот день ещё не наступил. Исправьте дату.");
        return date;
      }}
      onSave={onSave}
    />
  );
}
