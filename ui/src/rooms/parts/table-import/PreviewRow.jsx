/** @import {Direction} from "../../../api/types/Direction" */
/** @import {TableCell} from "../../../api/types/TableCell" */
/** @import {TableColumn} from "../../../api/types/TableColumn" */
/** @import {TableRow} from "../../../api/types/TableRow" */
import { Choice } from "../../../components/field/Choice.jsx";
import { Field } from "../../../components/field/Field.jsx";
import { canAdd, STATES } from "./columns.js";

/**
 * A row of the table: how each cell was understood, and what was not, with a field to mend it.
 *
 * @param {{row: TableRow, columns: TableColumn[], names: {value: TableColumn, label: string}[],
 *   directions: {value: Direction, label: string}[], ticked: boolean, onToggle: (row: number) => void,
 *   onMend: (row: number, column: number, text: string) => void,
 *   onDirect: (row: number, direction: Direction) => void}} props
 */
export function PreviewRow({
  row,
  columns,
  names,
  directions,
  ticked,
  onToggle,
  onMend,
  onDirect,
}) {
  const number = row.row + 1;
  const words = row.cells.map((one) => one.text).filter(Boolean);
  if (row.state === "heading") {
    return (
      <tr class="tabin__heading">
        <td colSpan={columns.length + 1}>{words.join(" · ")}</td>
      </tr>
    );
  }
  const open = canAdd(row);
  // What concerns the whole row stands under its name.
  const first = Math.max(
    0,
    columns.findIndex((one) => one === "text" || one === "name"),
  );
  const undirected = directions.length > 0 && row.state === "refused" && row.direction === null;
  return (
    <tr class={ticked ? undefined : "tabin__left"}>
      <td class="tabin__pick">
        <label class="tick">
          <input
            type="checkbox"
            checked={ticked}
            disabled={!open}
            onChange={() => onToggle(row.row)}
          />
          <span class="hidden">Добавить строку {number}</span>
        </label>
      </td>
      {row.cells.map((cell, at) => (
        <td key={at} class={columns[at] === "skip" ? "tabin__skip" : undefined}>
          {cell.remark ? (
            <Mend
              cell={cell}
              label={`Исправить в строке ${number}: ${names.find((one) => one.value === columns[at])?.label ?? ""}`}
              onMend={(text) => onMend(row.row, at, text)}
            />
          ) : (
            <>
              {cell.read ?? cell.text}
              {cell.read && <span class="tabin__was">{cell.text}</span>}
            </>
          )}
          {at === first && (
            <>
              {STATES[row.state] && <span class="tabin__state">{STATES[row.state]}</span>}
              {row.remarks.map((one) => (
                <span key={one} class="tabin__remark">
                  {one}
                </span>
              ))}
              {undirected && (
                <Choice
                  label={`Направление строки ${number}`}
                  value=""
                  options={[{ value: "", label: "выберите" }, ...directions]}
                  onSave={(next) => next && onDirect(row.row, /** @type {Direction} */ (next))}
                />
              )}
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

/**
 * What was not understood, and the sentence that says so. It is looked at again when the field is left.
 *
 * @param {{cell: TableCell, label: string, onMend: (text: string) => void}} props
 */
function Mend({ cell, label, onMend }) {
  return (
    <Field label={label} quiet wrong={cell.remark}>
      {(wiring) => (
        <input
          {...wiring}
          class="in"
          type="text"
          autocomplete="off"
          value={cell.text}
          data-unsaved=""
          onChange={(event) => onMend(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
