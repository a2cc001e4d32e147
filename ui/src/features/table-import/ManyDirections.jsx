/** @import {Direction} from "../../api/types/records" */
/** @import {TableRow} from "../../api/types/importing" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { isUnclear } from "./columns.js";

/**
 * One direction for many rows at once: for those where it is not clear, or for all that are ticked.
 *
 * @param {{rows: TableRow[], ticked: ReadonlySet<number>, directions: {value: Direction, label: string}[],
 *   onDirect: (rows: number[], direction: Direction) => void}} props
 */
export function ManyDirections({ rows, ticked, directions, onDirect }) {
  const [direction, setDirection] = useState("");
  const unclear = rows.filter(isUnclear).map((row) => row.row);
  /** @param {number[]} to */
  const give = (to) => direction && onDirect(to, /** @type {Direction} */ (direction));
  return (
    <div class="tabin__many">
      <Choice
        label="Направление для нескольких строк"
        quiet
        value={direction}
        options={[{ value: "", label: "Направление для нескольких строк" }, ...directions]}
        onSave={setDirection}
      />
      {unclear.length > 0 && (
        <Button disabled={!direction} onClick={() => give(unclear)}>
          Дать неясным:{"\u00a0"}
          {unclear.length}
        </Button>
      )}
      {ticked.size > 0 && (
        <Button disabled={!direction} onClick={() => give([...ticked])}>
          Дать отмеченным:{"\u00a0"}
          {ticked.size}
        </Button>
      )}
    </div>
  );
}
