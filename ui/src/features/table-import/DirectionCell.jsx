/** @import {Direction} from "../../api/types/records" */
/** @import {TableRow} from "../../api/types/importing" */
import { useEffect, useState } from "preact/hooks";

import { Choice } from "../../components/field/Choice.jsx";

/**
 * The direction of a row, and on what it rests where the table does not name it. It can be chosen otherwise in the
 * row itself.
 *
 * @param {{row: TableRow, text: string, directions: {value: Direction, label: string}[],
 *   onDirect: (rows: number[], direction: Direction) => void}} props `text` of its own cell, where there is one
 */
export function DirectionCell({ row, text, directions, onDirect }) {
  // Shown at once: the table is looked at again a moment later.
  const [chosen, setChosen] = useState(row.direction);
  useEffect(() => setChosen(row.direction), [row.direction]);
  const known = chosen !== null;
  return (
    <div onKeyDownCapture={openFirst}>
      <Choice
        label={`Направление строки ${row.row + 1}`}
        quiet
        value={chosen ?? ""}
        options={known ? directions : [{ value: "", label: "выберите" }, ...directions]}
        onSave={(next) => {
          if (!next) return;
          const direction = /** @type {Direction} */ (next);
          setChosen(direction);
          onDirect([row.row], direction);
        }}
      />
      <Why row={row} text={text} known={known} />
    </div>
  );
}

/** @param {{row: TableRow, text: string, known: boolean}} props */
function Why({ row, text, known }) {
  const { guessed } = row;
  if (!known) {
    return (
      <span class="tabin__remark">
        {text ? `«${text}» — не одно из семи` : "не ясно, выберите"}
      </span>
    );
  }
  if (!guessed) return null;
  return (
    <span class={guessed.sure ? "tabin__why" : "tabin__remark"}>
      {guessed.sure ? guessed.why : `проверьте: ${guessed.why}`}
    </span>
  );
}

/**
 * Where nothing is chosen yet an arrow opens the list; it must not take the first direction unseen.
 *
 * @param {KeyboardEvent} event
 */
function openFirst(event) {
  const list = event.target;
  if (!(list instanceof HTMLSelectElement) || list.value !== "") return;
  if (event.altKey || (event.code !== "ArrowDown" && event.code !== "ArrowUp")) return;
  event.preventDefault();
  if (typeof list.showPicker === "function") list.showPicker();
}
