/** @import {TypedTable} from "../../api/types/records" */
import { useEffect, useState } from "preact/hooks";

import { asRefusal } from "../../api/error-view.js";
import { readPastedTables } from "../../api/importing.js";
import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { wholeNumber } from "../../words/numbers.js";
import { MOST, sizeInWords } from "./words.js";

/** How large an empty table begins. */
const [COLUMNS, ROWS] = [3, 4];

/**
 * A table that is copied in Word or Excel and pasted here, or begun empty.
 *
 * @param {{under: string, onAdd: (tables: TypedTable[], said: string) => void, onClose: () => void}} props
 */
export function InsertTable({ under, onAdd, onClose }) {
  const [columns, setColumns] = useState(COLUMNS);
  const [rows, setRows] = useState(ROWS);
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => document.getElementById("typed-table-paste")?.focus(), []);

  /** @param {ClipboardEvent} event */
  async function paste(event) {
    event.preventDefault();
    if (busy) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const html = event.clipboardData?.getData("text/html") ?? "";
    setBusy(true);
    setWrong("");
    try {
      const { tables, said } = await readPastedTables(text, html || null, "whole");
      const sizes = tables.map(sizeInWords).join("; ");
      onAdd(tables, [`Вставлено: ${sizes}.`, ...said].join(" "));
    } catch (thrown) {
      const { message, hint } = asRefusal(thrown);
      setWrong([message, hint].filter(Boolean).join(" "));
      setBusy(false);
    }
  }

  async function begin() {
    try {
      const [id = ""] = await newIds(1);
      const row = () => Array(columns).fill("");
      onAdd([{ id, title: "", columns: row(), rows: Array.from({ length: rows }, row) }], "");
    } catch (thrown) {
      setWrong(asRefusal(thrown).message);
    }
  }
  const size = (/** @type {number} */ most) => (/** @type {string} */ typed) =>
    wholeNumber(typed, 1, most);
  return (
    <section
      class="insert-table"
      aria-label={`Вставить таблицу: ${under}`}
      onKeyDown={(event) => {
        if (event.code !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="field">
        <label class="label" for="typed-table-paste">
          Скопируйте таблицу в Word или Excel и нажмите здесь <kbd>Ctrl+V</kbd>
        </label>
        <textarea
          id="typed-table-paste"
          class="in"
          rows={2}
          aria-busy={busy}
          aria-describedby="typed-table-pupils typed-table-wrong"
          onPaste={(event) => void paste(event)}
          // Nothing is typed here: it only takes a table.
          onInput={(event) => (event.currentTarget.value = "")}
        />
      </div>
      <p class="wrong" id="typed-table-wrong" role="status">
        {wrong}
      </p>
      <div class="fields insert-table__empty">
        <ReadField
          label="Столбцов"
          span={3}
          value={columns}
          show={String}
          read={size(MOST.columns)}
          onSave={(count) => setColumns(count ?? COLUMNS)}
        />
        <ReadField
          label="Строк"
          span={3}
          value={rows}
          show={String}
          read={size(MOST.rows)}
          onSave={(count) => setRows(count ?? ROWS)}
        />
        <div class="field insert-table__act">
          <Button onClick={() => void begin()}>Начать пустую</Button>
        </div>
      </div>
      <p class="hint" id="typed-table-pupils">
        Фамилии учеников не нужны: достаточно школ, классов и чисел. До {MOST.columns} столбцов и{" "}
        {MOST.rows} строк.
      </p>
      <Button look="quiet" flush sign="close" onClick={onClose}>
        Не вставлять
      </Button>
    </section>
  );
}
