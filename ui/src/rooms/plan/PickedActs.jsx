/** @import {Activity} from "../../api/types/Activity" */
/** @import {MarkState} from "../../api/types/MarkState" */
/** @import {Term} from "../../api/types/Term" */
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { today } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { readTermIn } from "../../state/reading.js";
import { removeRecords } from "../../state/records.js";
import { counted } from "../../words/numbers.js";
import { changeMany } from "./change-many.js";
import { MARKS } from "./rows.js";

const STATES = /** @type {MarkState[]} */ (Object.keys(MARKS));

/** «у 3 мероприятий». @param {number} count */
export const atRows = (count) =>
  `у${"\u00a0"}${counted(count, "мероприятия", "мероприятий", "мероприятий")}`;

/**
 * What is done with all ticked rows at once; each act offers one «Вернуть» for all of them.
 *
 * @param {{ids: string[], year: number, onTerm: (ids: string[], to: Term) => void, onClear: () => void}} props
 */
export function PickedActs({ ids, year, onTerm, onClear }) {
  const many = counted(ids.length, "мероприятие", "мероприятия", "мероприятий");

  /** @param {string} chosen */
  function mark(chosen) {
    if (!chosen) return;
    const state = /** @type {MarkState} */ (chosen);
    changeMany(
      ids,
      (row) =>
        chosen === "none" ? (row.mark ? { mark: null } : {}) : { mark: marked(row, state) },
      (count) =>
        chosen === "none"
          ? `Отметка снята ${atRows(count)}.`
          : `Отмечено «${MARKS[state].words}» ${atRows(count)}.`,
    );
  }
  return (
    <section class="picked" aria-label="Отмеченные мероприятия">
      <p class="picked__count" role="status">
        <b>Отмечено: {many}</b>
      </p>
      <PersonField
        label="Ответственный для всех"
        value={null}
        people={pickable(today.value, [])}
        onSave={(id) =>
          id &&
          changeMany(
            ids,
            () => ({ responsible: [id] }),
            (count) => `Ответственный изменён ${atRows(count)}.`,
          )
        }
      />
      <TermField
        label="Срок для всех"
        value={null}
        read={(typed) => readTermIn(typed, year)}
        onSave={(to) => to && onTerm(ids, to)}
      />
      <Choice
        label="Отметка для всех"
        value=""
        options={[
          { value: "", label: "не менять" },
          ...STATES.map((value) => ({ value, label: MARKS[value].words })),
          { value: "none", label: "снять отметку" },
        ]}
        onSave={mark}
      />
      <div class="picked__acts">
        <Button
          sign="bin"
          onClick={() =>
            void removeRecords(ids, `Удалено: ${many}.`, `Возвращено: ${many}.`).then(
              (done) => done && onClear(),
            )
          }
        >
          Удалить
        </Button>
        <Button look="quiet" sign="close" onClick={onClear}>
          Снять
        </Button>
      </div>
    </section>
  );
}

/**
 * @param {Activity} row
 * @param {MarkState} state
 */
const marked = (row, state) => ({ date: null, result: "", reason: "", ...row.mark, state });
