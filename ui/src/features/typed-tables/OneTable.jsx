/** @import {TypedTable} from "../../api/types/records" */
/** @import {Place} from "../../components/table-grid/cells.js" */
import { readPastedTables } from "../../api/importing.js";
import { Button } from "../../components/button/Button.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import {
  columnOf,
  withColumn,
  withoutColumn,
  withoutRow,
  withPasted,
  withRow,
} from "../../components/table-grid/cells.js";
import { TableGrid } from "../../components/table-grid/TableGrid.jsx";
import { notify, notifyError } from "../../state/messages.js";
import { isTable } from "../table-import/pasted.js";
import { MOST, titleInWords } from "./words.js";

/**
 * One table: its title, its cells, and what is done with the whole of it.
 *
 * @param {{table: TypedTable, number: number, count: number, disabled: boolean,
 *   onChange: (change: (table: TypedTable) => TypedTable) => void, onMove: (step: -1 | 1) => void,
 *   onRemove: () => void}} props
 */
export function OneTable({ table, number, count, disabled, onChange, onMove, onRemove }) {
  const id = `table-${table.id}`;
  const called = table.title.trim() || `таблица ${number}`;

  /** @param {"row" | "column"} what @param {number} at */
  function remove(what, at) {
    if (what === "row") {
      const row = table.rows[at];
      if (!row) return;
      onChange((now) => withoutRow(now, at));
      notify({
        text: `Строка ${at + 1} удалена.`,
        action: "Вернуть",
        act: () => onChange((now) => withRow(now, Math.min(at, now.rows.length), row)),
      });
    } else {
      const column = columnOf(table, at);
      onChange((now) => withoutColumn(now, at));
      notify({
        text: `Столбец ${at + 1} удалён.`,
        action: "Вернуть",
        act: () => onChange((now) => withColumn(now, at, column)),
      });
    }
  }

  /** What was copied in Excel or Word is written over the cells from here on. @param {ClipboardEvent} event @param {Place} place */
  function paste(event, place) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!/\t|\n/.test(text.trim()) || !isTable(text, html)) return;
    event.preventDefault();
    flushFields();
    void readPastedTables(text, html || null, "cells").then(({ tables, said }) => {
      const cells = tables[0]?.rows ?? [];
      const before = table;
      const next = withPasted(table, place, cells);
      if (next.columns.length > MOST.columns || next.rows.length > MOST.rows) {
        const words = `Не вставлено: в таблице помещается до ${MOST.columns} столбцов и ${MOST.rows} строк.`;
        return notify({ text: words });
      }
      onChange((now) => withPasted(now, place, cells));
      notify({
        text: [`Вставлено строк: ${cells.length}.`, ...said].join(" "),
        action: "Вернуть как было",
        act: () => onChange((now) => ({ ...now, columns: before.columns, rows: before.rows })),
      });
    }, notifyError);
  }
  return (
    <section class="typed-table" aria-label={titleInWords(called)}>
      <div class="fields">
        <TextField
          id={`${id}-title`}
          prose
          label="Название таблицы"
          hint="С названием таблица получит номер: «Таблица 1. …»."
          value={table.title}
          disabled={disabled}
          onSave={(title) => onChange((now) => ({ ...now, title }))}
        />
      </div>
      <TableGrid
        id={id}
        label={titleInWords(called)}
        cells={table}
        disabled={disabled}
        most={MOST}
        onChange={(change) => onChange((now) => ({ ...now, ...change(now) }))}
        onRemove={remove}
        onPaste={paste}
      />
      {!disabled && (
        <p class="rowp">
          {count > 1 && (
            <>
              <Button
                look="quiet"
                flush
                sign="up"
                disabled={number === 1}
                label={`Таблицу выше: ${called}`}
                onClick={() => onMove(-1)}
              >
                Таблицу выше
              </Button>
              <Button
                look="quiet"
                flush
                sign="lower"
                disabled={number === count}
                label={`Таблицу ниже: ${called}`}
                onClick={() => onMove(1)}
              >
                Таблицу ниже
              </Button>
            </>
          )}
          <Button look="quiet" flush sign="bin" onClick={onRemove}>
            <span>
              Удалить таблицу<span class="hidden">: {called}</span>
            </span>
          </Button>
        </p>
      )}
    </section>
  );
}
