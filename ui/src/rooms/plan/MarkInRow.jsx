/** @import {Activity, Mark, MarkState} from "../../api/types/records" */
import { useEffect, useId, useRef } from "preact/hooks";

import { readDateIn } from "../../state/reading.js";
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { commitFields } from "../../components/field/unsaved.js";
import { partialDate } from "../../words/dates.js";
import { change } from "../../features/record-parts/change.js";
import { readPartial } from "../../words/read-partial.js";
import { MARK_CHOICES } from "../../features/plan-here/rows.js";

/**
 * What came of a row, written right under it. A day or a result typed without a state means «выполнено»; Enter
 * goes on, and from the last field to the next row.
 *
 * @param {{activity: Activity, year: number, onNext: () => void, onClose: () => void}} props
 */
export function MarkInRow({ activity, year, onNext, onClose }) {
  const { id, mark } = activity;
  const own = useId();
  const box = useRef(/** @type {HTMLTableRowElement | null} */ (null));
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    document.getElementById(`${own}-day`)?.focus();
  }, []);

  /** @param {Partial<Mark>} what */
  function save(what) {
    /** @type {Mark} */
    const fresh = { state: "done", date: null, result: "", reason: "" };
    const says = Object.values(what).some(Boolean);
    change("activity", id, (now) =>
      now.mark || says ? { mark: { ...fresh, ...now.mark, ...what } } : {},
    );
  }
  /** @param {string} state */
  const choose = (state) =>
    state
      ? save({ state: /** @type {MarkState} */ (state) })
      : change("activity", id, () => ({ mark: null }));

  /** Goes away only with everything typed: a day that cannot be read stays in its field. @param {() => void} then */
  async function leave(then) {
    const left = await commitFields();
    const here = left.find((one) => one.element && box.current?.contains(one.element));
    if (here) here.element?.focus();
    else then();
  }
  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const { target, code } = event;
    if (code === "Escape") {
      event.stopPropagation();
      void leave(onClose);
    }
    if ((code !== "Enter" && code !== "NumpadEnter") || !(target instanceof HTMLInputElement))
      return;
    event.preventDefault();
    event.stopPropagation();
    const fields = [...(box.current?.querySelectorAll("input") ?? [])];
    const next = fields[fields.indexOf(target) + 1];
    if (next) next.focus();
    else void leave(onNext);
  }
  return (
    <tr class="acts__edit" role="row" ref={box} onKeyDown={onKeyDown}>
      <td role="gridcell" colSpan={6}>
        <fieldset class="marking">
          <legend class="hidden">Отметка: {activity.text || "без названия"}</legend>
          <Choice
            label="Отметка"
            value={mark?.state ?? ""}
            options={MARK_CHOICES}
            onSave={choose}
          />
          <ReadField
            id={`${own}-day`}
            label="Когда"
            value={mark?.date ?? null}
            show={partialDate}
            read={(typed) => readPartial(typed, year, (text) => readDateIn(text, year))}
            onSave={(date) => save({ date })}
          />
          {mark && mark.state !== "done" && (
            <TextField
              label={mark.state === "done_in_part" ? "Почему не полностью" : "Почему"}
              value={mark.reason}
              onSave={(reason) => save({ reason })}
            />
          )}
          <TextField
            label="Что получилось"
            value={mark?.result ?? ""}
            onSave={(result) => save({ result })}
          />
          <Button onClick={() => void leave(onClose)}>Готово</Button>
        </fieldset>
        <p class="small soft">
          Дня не помните — впишите месяц. <kbd>Enter</kbd> ведёт дальше, к следующему мероприятию
          без отметки.
        </p>
      </td>
    </tr>
  );
}
