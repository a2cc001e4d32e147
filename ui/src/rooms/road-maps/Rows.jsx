/** @import {Field, RoadMapRow} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Taken} from "../../features/journal/RecordField.jsx" */
import { useEffect, useRef, useState } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { KINDS } from "../../api/types/kinds.js";
import { Button } from "../../components/button/Button.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { Status } from "../../components/status/Status.jsx";
import { blankEntry, moved } from "../../features/journal/entries.js";
import { FieldsOf } from "../../features/journal/FieldsOf.jsx";
import { MarkForm } from "../../features/marking/MarkForm.jsx";
import { DRAWN } from "../../features/plan-here/standing.js";
import { derivedOf } from "../../state/derived.js";
import { notify, notifyError } from "../../state/messages.js";
import { route } from "../../state/route.js";
import { schoolYearOf } from "../../words/dates.js";
import "./rows.css";

/** @type {readonly Field[]} */
const ROW = fieldsOfRows();
/** What stands in the form of a row; what came of it has a form of its own. */
const WRITTEN = ROW.filter(({ key }) => key !== "moves" && key !== "mark");

/**
 * What is to be done by a road map. Each row says how it stands; what is worked on is open, with its mark below.
 *
 * @param {FieldLooks & Taken} props
 */
export function Rows({ label, value, record, onSave }) {
  const rows = /** @type {RoadMapRow[]} */ (value);
  const latest = useRef(rows);
  latest.current = rows;
  // «Контроль» leads to a row of it.
  const [opened, setOpened] = useState(route.value.place);
  useEffect(() => {
    const { place } = route.value;
    if (latest.current.some(({ id }) => id === place)) setOpened(place);
  }, [route.value.place]);
  const found = derivedOf("road_map", record?.id);

  /** @param {RoadMapRow[]} next */
  function put(next) {
    latest.current = next;
    onSave(next);
  }
  /** @param {string} id @param {(row: RoadMapRow) => Partial<RoadMapRow>} what */
  const change = (id, what) =>
    put(latest.current.map((row) => (row.id === id ? { ...row, ...what(row) } : row)));

  async function add() {
    try {
      const [id = ""] = await newIds(1);
      const blank = /** @type {RoadMapRow} */ (/** @type {unknown} */ (blankEntry(ROW, id)));
      put([...latest.current, blank]);
      setOpened(id);
      focusField(fieldId(id));
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  /** @param {RoadMapRow} gone */
  function drop(gone) {
    const before = latest.current;
    put(before.filter(({ id }) => id !== gone.id));
    focusField("add-road-map-row");
    notify({ text: "Мероприятие карты удалено.", action: "Вернуть", act: () => put(before) });
  }
  return (
    <section class="entries" aria-labelledby="road-map-rows">
      <h2 id="road-map-rows">{label}</h2>
      {rows.length === 0 && (
        <p class="mt-1 soft">Добавьте первое: что будет сделано, кто отвечает и к какому сроку.</p>
      )}
      <ol>
        {rows.map((row, at) => {
          const open = opened === row.id;
          const derived = found?.rows[row.id];
          return (
            <li key={row.id} class="road-row">
              <div class="road-row__head">
                <Button
                  id={`row-${row.id}`}
                  look="quiet"
                  flush
                  expanded={open}
                  onClick={() => setOpened(open ? "" : row.id)}
                >
                  <span class="road-row__text">
                    {at + 1}. {row.text || "Не заполнено"}
                  </span>
                </Button>
                {derived && (
                  <span class="road-row__state">
                    {derived.term && <span class="soft small">{derived.term.in_row}</span>}
                    <Status
                      kind={derived.state === "overdue" ? "late" : DRAWN[derived.state].status}
                    >
                      {derived.words}
                    </Status>
                  </span>
                )}
              </div>
              {open && (
                <div class="mt-2 road-row__form">
                  <FieldsOf
                    fields={WRITTEN}
                    value={row}
                    first={fieldId(row.id)}
                    of="rows."
                    onSave={(key, what) => change(row.id, () => ({ [key]: what }))}
                  />
                  <div class="mt-3">
                    <MarkForm
                      label={`Что вышло: мероприятие ${at + 1}`}
                      work={row}
                      year={schoolYearOf(record?.until || record?.from)}
                      stays="в карте"
                      row={`row-${row.id}`}
                      change={(what) => change(row.id, what)}
                    />
                  </div>
                  <div class="mt-2 entries__acts">
                    {rows.length > 1 && (
                      <>
                        <Button
                          look="quiet"
                          flush
                          sign="up"
                          disabled={at === 0}
                          onClick={() => put(moved(latest.current, at, -1))}
                        >
                          Выше
                        </Button>
                        <Button
                          look="quiet"
                          sign="lower"
                          disabled={at === rows.length - 1}
                          onClick={() => put(moved(latest.current, at, 1))}
                        >
                          Ниже
                        </Button>
                      </>
                    )}
                    <Button look="quiet" sign="bin" onClick={() => drop(row)}>
                      Удалить мероприятие
                    </Button>
                  </div>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <p class="mt-2">
        <Button id="add-road-map-row" look="quiet" flush sign="plus" onClick={() => void add()}>
          Добавить мероприятие
        </Button>
      </p>
    </section>
  );
}

/** @param {string} id */
const fieldId = (id) => `road-map-row-${id}`;

function fieldsOfRows() {
  const form = KINDS.road_map.fields.find(({ key }) => key === "rows")?.form;
  return form?.is === "list" ? form.of : [];
}
