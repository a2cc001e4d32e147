/** @import {Mark, Move} from "../../api/types/records" */
/** @import {PlacedDecision} from "../../features/assignments/assignments.js" */
import { Button } from "../../components/button/Button.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { today } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { readDateIn, readTermHere } from "../../state/reading.js";
import { longDate, partialDate, weekday } from "../../words/dates.js";
import { termWords } from "../../words/terms.js";
import {
  changeDecision,
  newMark,
  protocolName,
} from "../../features/assignments/decisions-here.js";
import { AttachedFiles } from "../../features/files/AttachedFiles.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { choicesOf } from "../../words/choices.js";
import { capital } from "../../words/sentence.js";
import { readPartial } from "../../words/read-partial.js";

const STATES = [
  { value: "", label: "Выполняется" },
  ...choicesOf("activity", "mark", "state").map(({ value, label }) => ({
    value,
    label: capital(label),
  })),
];

/**
 * What came of an assignment: a final mark, or another term. Each field is saved by itself in the protocol.
 *
 * @param {{placed: PlacedDecision}} props
 */
export function MarkForm({ placed }) {
  const { mark, moves } = placed.decision;

  /** @param {string} state */
  function choose(state) {
    changeDecision(placed, (now) => ({
      mark: state
        ? { ...(now.mark ?? newMark("done")), state: /** @type {Mark["state"]} */ (state) }
        : null,
    }));
    // Going back to «Выполняется» takes the typed result away, so it can be brought back.
    if (!state && (mark?.result || mark?.reason)) {
      notify({
        text: "Отметка убрана.",
        action: "Вернуть",
        act: () => changeDecision(placed, () => ({ mark })),
      });
    }
  }

  return (
    <div class="marking">
      <Segments
        label="Что с поручением"
        value={mark?.state ?? ""}
        options={STATES}
        onChange={choose}
      />
      {mark && <MarkFields placed={placed} mark={mark} />}
      {moves.map((move, at) => (
        <MoveFields key={at} placed={placed} move={move} at={at} />
      ))}
      {!mark && (
        <div class="mt-3 fields">
          <TermField
            id={moveId(placed)}
            span={8}
            label={`Перенести ${moves.length > 0 ? "ещё раз" : "на другой срок"} (необязательно)`}
            hint="Наберите срок, например «до 1 марта». Прежний останется в протоколе."
            value={null}
            read={(typed) => readTermHere(typed, placed.meeting.school_year)}
            onSave={(to) =>
              to &&
              changeDecision(placed, (now) => ({
                moves: [...now.moves, { to, reason: "", date: today.value }],
              }))
            }
          />
        </div>
      )}
      <div class="mt-4 marking__files">
        <AttachedFiles
          of={placed.meeting.id}
          role="proof"
          title="Чем подтверждается"
          hint={`Справка, список, фотография. Файлы хранятся при заседании, протокол ${protocolName(placed.meeting)}.`}
        />
      </div>
    </div>
  );
}

/** The field of another term. @param {PlacedDecision} placed */
const moveId = (placed) => `move-${placed.decision.id}`;

/** @param {{placed: PlacedDecision, mark: Mark}} props */
function MarkFields({ placed, mark }) {
  const change = (/** @type {Partial<Mark>} */ part) =>
    changeDecision(placed, (now) => ({ mark: now.mark && { ...now.mark, ...part } }));
  const whole = mark.state === "done";
  const some = whole || mark.state === "done_in_part";
  return (
    <div class="mt-3 fields">
      <PastDay
        partial
        label={some ? "Когда выполнено" : "Когда стало известно"}
        year={placed.meeting.school_year}
        value={mark.date}
        onSave={(date) => change({ date })}
      />
      {some && (
        <TextField
          span={8}
          prose
          label="Что получилось (необязательно)"
          hint="Попадёт в отчёт: «6 уроков из 8», «23 участника»."
          value={mark.result}
          onSave={(result) => change({ result })}
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
          onSave={(reason) => change({ reason })}
        />
      )}
    </div>
  );
}

/** @param {{placed: PlacedDecision, move: Move, at: number}} props */
function MoveFields({ placed, move, at }) {
  const { moves } = placed.decision;
  const change = (/** @type {Partial<Move>} */ part) =>
    changeDecision(placed, (now) => ({
      moves: now.moves.map((one, place) => (place === at ? { ...one, ...part } : one)),
    }));
  function remove() {
    changeDecision(placed, (now) => ({ moves: now.moves.filter((_, place) => place !== at) }));
    focusField(placed.decision.mark ? `row-${placed.decision.id}` : moveId(placed));
    notify({
      text: "Перенос срока удалён.",
      action: "Вернуть",
      act: () => changeDecision(placed, () => ({ moves })),
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
          year={placed.meeting.school_year}
          value={move.date}
          onSave={(date) => change({ date })}
        />
        <TextField
          span={8}
          prose
          label="Почему перенесено"
          hint={
            move.reason ? undefined : "Причину спросят в РИМК: напишите её в нескольких словах."
          }
          value={move.reason}
          onSave={(reason) => change({ reason })}
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
