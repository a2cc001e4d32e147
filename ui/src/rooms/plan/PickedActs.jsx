/** @import {Term} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { readTermIn } from "../../state/reading.js";
import { Button } from "../../components/button/Button.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { today } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { removeRecords } from "../../state/records.js";
import { counted } from "../../words/numbers.js";
import { atRows, changeMany } from "./change-many.js";
import { MarkMany } from "./MarkMany.jsx";

const ACTS = [
  { value: "mark", label: "Отметка" },
  { value: "person", label: "Ответственный" },
  { value: "term", label: "Срок" },
];

/**
 * What is done with all ticked rows at once; each act offers one «Вернуть» for all of them.
 *
 * @param {{ids: string[], places: number, year: number, onTerm: (ids: string[], to: Term) => void,
 *   onClear: () => void}} props `places` where they stand in the view
 */
export function PickedActs({ ids, places, year, onTerm, onClear }) {
  const [act, setAct] = useState("mark");
  const many = counted(ids.length, "мероприятие", "мероприятия", "мероприятий");
  return (
    <section class="picked" aria-label="Отмеченные мероприятия">
      <div class="picked__line">
        <p role="status">
          <b>Отмечено: {many}</b>
          {places > ids.length && (
            <span class="small soft">
              , в{"\u00a0"}
              {counted(places, "месте", "местах", "местах")}
            </span>
          )}
        </p>
        <Segments label="Что изменить у всех" value={act} options={ACTS} onChange={setAct} />
        <span class="picked__end">
          <Button
            look="quiet"
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
        </span>
      </div>
      {act === "mark" && <MarkMany ids={ids} year={year} />}
      {act === "person" && (
        <PersonField
          label="Ответственный для всех"
          value={null}
          people={pickable(today.value, [])}
          onSave={(id) =>
            id &&
            changeMany(
              ids,
              () => ({ responsible: [id], responsible_in_words: "" }),
              (count) => `Ответственный изменён ${atRows(count)}.`,
            )
          }
          onAdd={(words) =>
            changeMany(
              ids,
              () => ({ responsible: [], responsible_in_words: words }),
              (count) => `Ответственный изменён ${atRows(count)}.`,
            )
          }
          addLabel={(typed) => `Записать словами: «${typed}»`}
          near="может быть, это?"
        />
      )}
      {act === "term" && (
        <TermField
          label="Срок для всех"
          value={null}
          read={(typed) => readTermIn(typed, year)}
          onSave={(to) => to && onTerm(ids, to)}
        />
      )}
    </section>
  );
}
