/** @import {Direction} from "../../api/types/records" */
/** @import {AskedPerson, TableCell, TableColumn, TableRow} from "../../api/types/importing" */
import { useEffect, useRef, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { Field } from "../../components/field/Field.jsx";
import { canAdd, STATES } from "./columns.js";
import { DirectionCell } from "./DirectionCell.jsx";
import { NamesakeChoice } from "./NamesakeChoice.jsx";

/**
 * A row of the table: how each cell was understood, and in a short remark what was not. A cell with a remark is
 * pressed to be mended.
 *
 * @param {{row: TableRow, columns: TableColumn[], names: {value: TableColumn, label: string}[],
 *   directions: {value: Direction, label: string}[], ticked: boolean, onToggle: (row: number) => void,
 *   onMend: (row: number, column: number, text: string) => void,
 *   onDirect: (rows: number[], direction: Direction) => void, onAsRow: (row: number) => void,
 *   onName: (row: number, text: string, person: string) => void, onNamesake: (row: number, same: boolean) => void}} props
 *   `directions` where a row has one
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
  onAsRow,
  onName,
  onNamesake,
}) {
  const { number } = row;
  const apart = directions.length > 0 && !columns.includes("direction");
  if (row.state === "heading") {
    return (
      <tr class="tabin__heading">
        <td colSpan={columns.length + (apart ? 2 : 1)}>
          {row.cells
            .map((cell) => cell.text)
            .filter(Boolean)
            .join(" · ")}
          {row.heads && <span class="tabin__why">{row.heads}</span>}
          {row.may_be_row && (
            <Button look="quiet" onClick={() => onAsRow(row.row)}>
              Это мероприятие
            </Button>
          )}
        </td>
      </tr>
    );
  }
  // What concerns the whole row stands under its name.
  const first = Math.max(
    0,
    columns.findIndex((column) => ["text", "name", "surname"].includes(column)),
  );
  // That no direction is known is said in its own place.
  const undirected = directions.length > 0 && row.direction === null && !row.meeting;
  return (
    <tr class={ticked ? undefined : "tabin__left"}>
      <td class="tabin__pick">
        <label class="tick">
          <input
            type="checkbox"
            checked={ticked}
            disabled={!canAdd(row)}
            onChange={() => onToggle(row.row)}
          />
          <span class="hidden">Добавить строку {number}</span>
        </label>
      </td>
      {apart && (
        <td>
          {row.meeting ? (
            <span class="soft">заседание</span>
          ) : (
            <DirectionCell row={row} text="" directions={directions} onDirect={onDirect} />
          )}
        </td>
      )}
      {row.cells.map((cell, at) => (
        <td key={at} class={row.left.includes(at) ? "tabin__skip" : undefined}>
          {columns[at] === "direction" && directions.length > 0 ? (
            <DirectionCell
              row={row}
              text={cell.remark ? cell.text : ""}
              directions={directions}
              onDirect={onDirect}
            />
          ) : (
            <Cell
              cell={cell}
              label={`Исправить в строке ${number}: ${names.find((choice) => choice.value === columns[at])?.label ?? ""}`}
              onMend={(text) => onMend(row.row, at, text)}
            />
          )}
          {columns[at] === "responsible" &&
            row.asked.map((name) => (
              <WhoIsMeant
                key={name.text}
                name={name}
                number={number}
                onChosen={(person) => onName(row.row, name.text, person)}
              />
            ))}
          {at === first && (
            <>
              {STATES[row.state] && <span class="tabin__remark">{STATES[row.state]}</span>}
              {row.namesake && (
                <NamesakeChoice
                  row={number}
                  namesake={row.namesake}
                  onAnswer={(same) => onNamesake(row.row, same)}
                />
              )}
              {!undirected &&
                row.remarks.map((remark) => (
                  <span key={remark} class="tabin__why">
                    {remark}
                  </span>
                ))}
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

/**
 * A name that several people bear: whoever adds the table says who is meant, or leaves it in words.
 *
 * @param {{name: AskedPerson, number: number, onChosen: (person: string) => void}} props
 */
function WhoIsMeant({ name, number, onChosen }) {
  return (
    <div class="tabin__ask">
      <Choice
        label={`«${name.text}» в строке ${number} — кто это?`}
        value=""
        options={[
          { value: "", label: "оставить словами" },
          ...name.candidates.map(({ id, name: full }) => ({ value: id, label: full })),
        ]}
        onSave={(person) => person && onChosen(person)}
      />
    </div>
  );
}

/** @param {{cell: TableCell, label: string, onMend: (text: string) => void}} props */
function Cell({ cell, label, onMend }) {
  const [mending, setMending] = useState(false);
  if (mending) {
    return (
      <Mend
        text={cell.text}
        label={label}
        onDone={(text) => {
          setMending(false);
          if (text !== cell.text) onMend(text);
        }}
      />
    );
  }
  if (!cell.remark) {
    return (
      <>
        {cell.read ?? cell.text}
        {cell.read && <span class="tabin__was">{cell.text}</span>}
      </>
    );
  }
  return (
    <button type="button" class="tabin__mend" onClick={() => setMending(true)}>
      <span class="tabin__doubt">{cell.text || "не указано"}</span>
      {cell.read && cell.read !== cell.text && <span class="tabin__why">войдёт: {cell.read}</span>}
      <span class="tabin__remark">{cell.remark}</span>
      <span class="hidden">{label}</span>
    </button>
  );
}

/**
 * The cell as a field; Escape leaves it as it was.
 *
 * @param {{text: string, label: string, onDone: (text: string) => void}} props
 */
function Mend({ text, label, onDone }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <Field label={label} quiet>
      {(wiring) => (
        <input
          {...wiring}
          ref={input}
          class="in"
          type="text"
          autocomplete="off"
          value={text}
          data-unsaved=""
          onBlur={(event) => onDone(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.code === "Enter" || event.code === "NumpadEnter")
              onDone(event.currentTarget.value);
            if (event.code === "Escape") {
              event.stopPropagation();
              onDone(text);
            }
          }}
        />
      )}
    </Field>
  );
}
