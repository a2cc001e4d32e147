/** @import {Activity, Mark, MarkState} from "../../api/types/records" */
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { readDateIn } from "../../state/reading.js";
import { partialDate } from "../../words/dates.js";
import { change } from "../../features/record-parts/change.js";
import { readPartial } from "../../words/read-partial.js";
import { MARKS } from "../../features/plan-here/rows.js";

/**
 * What came of a row. Choosing a state makes the mark; the date, the result and the reason are added to it.
 *
 * @param {{activity: Activity, year: number}} props
 */
export function MarkFields({ activity, year }) {
  const { id, mark } = activity;
  /** @param {Partial<Mark>} what */
  const save = (what) =>
    change("activity", id, (now) => (now.mark ? { mark: { ...now.mark, ...what } } : {}));
  /** @param {MarkState} state */
  const choose = (state) =>
    change("activity", id, (now) => ({
      mark: { date: null, result: "", reason: "", ...now.mark, state },
    }));
  return (
    <section>
      <fieldset>
        <legend>
          <h2>Отметка о выполнении</h2>
        </legend>
        <div class="ticks">
          <Tick
            group={`mark-${id}`}
            checked={!mark}
            onChange={() => change("activity", id, () => ({ mark: null }))}
          >
            пока нет
          </Tick>
          {MARKS.map(({ value: state, label }) => (
            <Tick
              key={state}
              group={`mark-${id}`}
              checked={mark?.state === state}
              onChange={() => choose(state)}
            >
              {label}
            </Tick>
          ))}
        </div>
      </fieldset>
      {mark && (
        <div class="mt-2 fields">
          <ReadField
            label={mark.state === "done" || mark.state === "done_in_part" ? "Когда" : "Дата"}
            hint="Можно только месяц или год. Если не указать, считается конец срока"
            value={mark.date}
            show={partialDate}
            read={(typed) => readPartial(typed, year, (text) => readDateIn(text, year))}
            onSave={(date) => save({ date })}
          />
          <TextArea
            label="Что получилось"
            hint="Например: 23 участника"
            value={mark.result}
            onSave={(result) => save({ result })}
          />
          {(mark.state !== "done" || mark.reason) && (
            <TextArea
              label={mark.state === "done_in_part" ? "Почему не полностью" : "Почему"}
              value={mark.reason}
              onSave={(reason) => save({ reason })}
            />
          )}
        </div>
      )}
    </section>
  );
}
