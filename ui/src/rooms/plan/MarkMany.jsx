/** @import {Activity, Mark, MarkState} from "../../api/types/records" */
import { useRef, useState } from "preact/hooks";

import { readDateIn } from "../../state/reading.js";
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { commitFields } from "../../components/field/unsaved.js";
import { partialDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { readPartial } from "../../words/read-partial.js";
import { atRows, changeMany } from "./change-many.js";
import { MARKS } from "../../features/plan-here/rows.js";

const OPTIONS = [...MARKS, { value: "none", label: "снять отметку" }];

/** @type {Pick<Mark, "date" | "result" | "reason">} */
const EMPTY = { date: null, result: "", reason: "" };

/**
 * One mark for all ticked rows, with its day and its result. Nothing is marked before the button: a list that is
 * pressed twice by mistake must not cancel ten rows.
 *
 * @param {{ids: string[], year: number}} props
 */
export function MarkMany({ ids, year }) {
  const [state, setState] = useState("done");
  const [said, setSaid] = useState(EMPTY);
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  // What a field told a moment ago is not drawn yet.
  const latest = useRef(said);
  /** @param {Partial<typeof EMPTY>} what */
  const put = (what) => setSaid((latest.current = { ...latest.current, ...what }));

  async function mark() {
    const left = await commitFields();
    const here = left.find((one) => one.element && box.current?.contains(one.element));
    if (here) return here.element?.focus();
    const typed = Object.fromEntries(
      Object.entries(latest.current).filter(([, value]) => value !== null && value !== ""),
    );
    changeMany(
      ids,
      (row) =>
        state === "none" ? (row.mark ? { mark: null } : {}) : { mark: marked(row, state, typed) },
      (count) =>
        state === "none"
          ? `Отметка снята ${atRows(count)}.`
          : `Отмечено «${OPTIONS.find((option) => option.value === state)?.label}» ${atRows(count)}.`,
    );
    put(EMPTY);
  }
  return (
    <form
      class="marking"
      ref={box}
      onSubmit={(event) => {
        event.preventDefault();
        void mark();
      }}
    >
      <Choice label="Отметка для всех" value={state} options={OPTIONS} onSave={setState} />
      {state !== "none" && (
        <>
          <ReadField
            label="Когда"
            value={said.date}
            show={partialDate}
            read={(typed) => readPartial(typed, year, (text) => readDateIn(text, year))}
            onSave={(date) => put({ date })}
          />
          {state !== "done" && (
            <TextField
              label={state === "done_in_part" ? "Почему не полностью" : "Почему"}
              value={said.reason}
              onSave={(reason) => put({ reason })}
            />
          )}
          <TextField
            label="Что получилось"
            value={said.result}
            onSave={(result) => put({ result })}
          />
        </>
      )}
      <Button submit sign="check">
        {state === "none" ? "Снять отметку" : "Отметить"}
        {"\u00a0"}
        {counted(ids.length, "мероприятие", "мероприятия", "мероприятий")}
      </Button>
    </form>
  );
}

/**
 * @param {Activity} row
 * @param {string} state
 * @param {Partial<Mark>} typed
 * @returns {Mark}
 */
const marked = (row, state, typed) => ({
  ...EMPTY,
  ...row.mark,
  ...typed,
  state: /** @type {MarkState} */ (state),
});
