/** @import {TypedTable} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { InsertTable } from "./InsertTable.jsx";
import { OneTable } from "./OneTable.jsx";
import { inserted, moved } from "../../words/lists.js";
import { flushFields } from "../../components/field/unsaved.js";
import { notify } from "../../state/messages.js";
import { titleInWords } from "./words.js";
import "./typed-tables.css";

/** @typedef {(change: (tables: TypedTable[]) => TypedTable[]) => void} ChangeTables made to the newest tables */

/**
 * The leader's own tables under a text, and the way to put in another one.
 *
 * @param {{id: string, under: string, tables: TypedTable[], disabled?: boolean, onChange: ChangeTables}} props `under`
 *   is the text below which they stand, for whoever hears the page: «СЛУШАЛИ, вопрос 1»
 */
export function TypedTables({ id, under, tables, disabled = false, onChange }) {
  const [inserting, setInserting] = useState(false);
  const insert = `${id}-insert-table`;
  if (disabled && tables.length === 0) return null;

  /** @param {TypedTable[]} made @param {string} said */
  function add(made, said) {
    setInserting(false);
    onChange((now) => [...now, ...made]);
    const first = made[0];
    if (first) focusField(`table-${first.id}-title`);
    if (said) notify({ text: said });
  }
  /** @param {number} at */
  function remove(at) {
    flushFields();
    const gone = tables[at];
    if (!gone) return;
    onChange((now) => now.filter((table) => table.id !== gone.id));
    focusField(insert);
    notify({
      text: `${titleInWords(gone.title)} удалена.`,
      action: "Вернуть",
      act: () =>
        onChange((now) =>
          now.some((table) => table.id === gone.id)
            ? now
            : inserted(now, Math.min(at, now.length), gone),
        ),
    });
  }
  return (
    <div class="typed-tables">
      {tables.map((table, at) => (
        <OneTable
          key={table.id}
          table={table}
          number={at + 1}
          count={tables.length}
          disabled={disabled}
          onChange={(change) =>
            onChange((now) => now.map((one) => (one.id === table.id ? change(one) : one)))
          }
          onMove={(step) => {
            flushFields();
            onChange((now) => moved(now, at, step));
          }}
          onRemove={() => remove(at)}
        />
      ))}
      {!disabled &&
        (inserting ? (
          <InsertTable
            under={under}
            onAdd={add}
            onClose={() => {
              setInserting(false);
              focusField(insert);
            }}
          />
        ) : (
          <Button
            id={insert}
            look="quiet"
            flush
            sign="plus"
            onClick={() => {
              flushFields();
              setInserting(true);
            }}
          >
            <span>
              Вставить таблицу<span class="hidden">: {under}</span>
            </span>
          </Button>
        ))}
    </div>
  );
}
