/** @import {Direction} from "../../api/types/records" */
/** @import {TableAsked, TableColumn, TablePreview} from "../../api/types/importing" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { Note } from "../../components/note/Note.jsx";
import { useGrown } from "../../components/use-grown.js";
import { plural } from "../../words/numbers.js";
import { canAdd, COLUMNS, needsLook, untaken } from "./columns.js";
import { LeftOut } from "./LeftOut.jsx";
import { ManyDirections } from "./ManyDirections.jsx";
import { PreviewRow } from "./PreviewRow.jsx";

/** So many rows are shown at once; a table may have thousands. */
const PART = 300;

/**
 * The table as it was understood: what each column is, which rows go, what was not understood.
 *
 * @param {{asked: TableAsked, preview: TablePreview, ticked: ReadonlySet<number>,
 *   directions: {value: Direction, label: string}[], onTicked: (ticked: Set<number>) => void,
 *   onAsk: (what: Partial<TableAsked>) => void}} props
 */
export function Preview({ asked, preview, ticked, directions, onTicked, onAsk }) {
  const { columns, headings, rows, tables } = preview;
  const names = COLUMNS[preview.kind];
  const [doubtful, setDoubtful] = useState(false);
  const [parts, setParts] = useState(1);
  // Where no heading was found the columns are named first of all.
  const [naming, setNaming] = useState(columns.every((column) => column === "skip"));
  const wanted = doubtful ? rows.filter(needsLook) : rows;
  const shown = wanted.slice(0, parts * PART);
  const grown = useGrown(shown.length, `${preview.token}/${preview.table}`);
  const addable = rows.filter(canAdd);
  const apart = directions.length > 0 && !columns.includes("direction");
  const without = untaken(preview);

  /** @param {number} row */
  function toggle(row) {
    const next = new Set(ticked);
    if (!next.delete(row)) next.add(row);
    onTicked(next);
  }
  /**
   * @param {number} row
   * @param {number} column
   * @param {string} text
   */
  function mend(row, column, text) {
    const others = (asked.mended ?? []).filter(
      (cell) => cell.row !== row || cell.column !== column,
    );
    onAsk({ mended: [...others, { row, column, text }] });
  }
  /**
   * @param {number[]} to
   * @param {Direction} direction
   */
  function direct(to, direction) {
    const others = (asked.directions ?? []).filter((row) => !to.includes(row.row));
    onAsk({ directions: [...others, ...to.map((row) => ({ row, direction }))] });
  }
  /** @param {number} row */
  function asRow(row) {
    onAsk({ as_rows: [...(asked.as_rows ?? []), row] });
  }
  /**
   * @param {number} row
   * @param {string} text
   * @param {string} person
   */
  function name(row, text, person) {
    const others = (asked.people ?? []).filter((one) => one.row !== row || one.text !== text);
    onAsk({ people: [...others, { row, text, person }] });
  }
  /**
   * @param {number} row
   * @param {boolean} same
   */
  function answer(row, same) {
    const others = (asked.namesakes ?? []).filter((one) => one.row !== row);
    onAsk({ namesakes: [...others, { row, same }] });
  }
  return (
    <>
      {preview.remarks.map((remark) => (
        <Note key={remark} what={remark} role="status" />
      ))}
      {without.length > 0 && (
        <Note
          role="status"
          what={`${plural(without.length, "Не войдёт столбец", "Не войдут столбцы", "Не войдут столбцы")} ${without
            .map((heading) => `«${heading}»`)
            .join(", ")}. Если что-то из этого нужно, укажите в «Столбцах», что там.`}
        />
      )}
      <LeftOut left={preview.left_out} />
      {tables.length > 1 && (
        <div class="mt-2 fields">
          <Choice
            span={6}
            label="Какая таблица"
            value={String(preview.table)}
            options={tables.map((table, at) => ({
              value: String(at),
              label: `${table.title}, строк: ${table.rows}`,
            }))}
            // What was said of another table means nothing in this one.
            onSave={(at) =>
              onAsk({
                table: Number(at),
                columns: null,
                directions: [],
                mended: [],
                as_rows: [],
                people: [],
                namesakes: [],
              })
            }
          />
        </div>
      )}
      <div class="mt-1 rowp tabin__bar">
        <Tick
          checked={addable.length > 0 && addable.every((row) => ticked.has(row.row))}
          onChange={(on) => onTicked(new Set(on ? addable.map((row) => row.row) : []))}
        >
          отметить все
        </Tick>
        {rows.some(needsLook) && (
          <Tick checked={doubtful} onChange={setDoubtful}>
            показать только строки с пометками
          </Tick>
        )}
        {(preview.hides || asked.hidden) && (
          <Tick
            checked={asked.hidden ?? false}
            onChange={(hidden) =>
              onAsk({ hidden, directions: [], mended: [], as_rows: [], people: [] })
            }
          >
            взять и скрытое
          </Tick>
        )}
        <Button look="quiet" expanded={naming} onClick={() => setNaming(!naming)}>
          Столбцы
        </Button>
      </div>
      {directions.length > 0 && rows.some((row) => !row.meeting && row.state !== "heading") && (
        <ManyDirections rows={rows} ticked={ticked} directions={directions} onDirect={direct} />
      )}
      <div class="tabin__box" tabIndex={0} role="region" aria-label="Строки таблицы" data-scrolls>
        <table class={columns.length > 7 ? "tabin tabin--many" : "tabin"}>
          <thead>
            <tr>
              <th scope="col" class="tabin__pick">
                <span class="hidden">Добавить</span>
              </th>
              {apart && (
                <th scope="col" class="tabin__col--direction">
                  направление
                </th>
              )}
              {columns.map((column, at) => (
                <th key={at} scope="col" class={`tabin__col--${column}`}>
                  {naming ? (
                    <Choice
                      label={headings[at] || `Столбец ${at + 1}`}
                      value={column}
                      options={names}
                      onSave={(next) =>
                        onAsk({
                          columns: withColumn(columns, at, /** @type {TableColumn} */ (next)),
                        })
                      }
                    />
                  ) : (
                    (column !== "skip" && names.find((choice) => choice.value === column)?.label) ||
                    headings[at] ||
                    `столбец ${at + 1}`
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, grown).map((row) => (
              <PreviewRow
                key={row.row}
                row={row}
                columns={columns}
                names={names}
                directions={directions}
                ticked={ticked.has(row.row)}
                onToggle={toggle}
                onMend={mend}
                onDirect={direct}
                onAsRow={asRow}
                onName={name}
                onNamesake={answer}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < wanted.length && (
        <p class="mt-3">
          <Button sign="down" onClick={() => setParts(parts + 1)}>
            Показать ещё {Math.min(PART, wanted.length - shown.length)}
          </Button>
        </p>
      )}
    </>
  );
}

/**
 * One meaning stands in one column only.
 *
 * @param {TableColumn[]} columns
 * @param {number} at
 * @param {TableColumn} next
 */
const withColumn = (columns, at, next) =>
  columns.map((one, i) => (i === at ? next : one === next ? "skip" : one));
