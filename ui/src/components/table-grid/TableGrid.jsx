/** @import {Cells, Place} from "./cells.js" */
/** @import {Asked} from "./keys.js" */
import { useMemo, useRef, useState } from "preact/hooks";

import { flushFields } from "../field/unsaved.js";
import {
  beside,
  HEAD,
  textAt,
  widthOf,
  withCell,
  withColumnMoved,
  within,
  withRow,
  withRowMoved,
} from "./cells.js";
import { GridTools } from "./GridTools.jsx";
import { askedBy } from "./keys.js";
import { OpenCell } from "./OpenCell.jsx";
import "./table-grid.css";

/** @typedef {(change: (cells: Cells) => Cells) => void} Change made to the newest cells, whatever they are by then */

/**
 * A table that is written in as in Word: a press opens a cell, Tab and Enter go on, arrows leave a cell where its text
 * ends. Enter in the last row begins another one.
 *
 * @param {{id: string, label: string, cells: Cells, disabled?: boolean, most: {columns: number, rows: number},
 *   onChange: Change, onRemove: (what: "row" | "column", at: number) => void,
 *   onPaste: (event: ClipboardEvent, place: Place) => void}} props `label` names the table; `onRemove` takes a row or a
 *   column out and offers to bring it back; `onPaste` may take what was pasted into a cell for itself
 */
export function TableGrid({ id, label, cells, disabled, most, onChange, onRemove, onPaste }) {
  const [chosen, setChosen] = useState(/** @type {Place} */ ({ row: HEAD, column: 0 }));
  const [open, setOpen] = useState(false);
  const [caret, setCaret] = useState(/** @type {"begin" | "end" | "all"} */ ("end"));
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const at = within(cells, chosen);
  const width = widthOf(cells);
  const shown = useRef({ cells, at });
  shown.current = { cells, at };

  /** @param {Place} place @param {"begin" | "end" | "all"} [where] */
  function go(place, where = "end") {
    flushFields();
    setChosen(place);
    setCaret(where);
    setOpen(true);
  }

  /** @param {Asked} asked */
  function act(asked) {
    const { row, column } = at;
    if ("leave" in asked) {
      setOpen(false);
      requestAnimationFrame(() => document.getElementById(`${id}-add-row`)?.focus());
    } else if ("row" in asked) {
      flushFields();
      if (row === HEAD || !cells.rows[row + asked.row]) return;
      onChange((now) => withRowMoved(now, row, asked.row));
      setChosen({ row: row + asked.row, column });
    } else if ("column" in asked) {
      flushFields();
      if (column + asked.column < 0 || column + asked.column >= width) return;
      onChange((now) => withColumnMoved(now, column, asked.column));
      setChosen({ row, column: column + asked.column });
    } else if (asked.go === "below") {
      if (row + 1 < cells.rows.length) return go({ row: row + 1, column });
      if (cells.rows.length >= most.rows) return;
      flushFields();
      onChange((now) => withRow(now, now.rows.length));
      go({ row: cells.rows.length, column });
    } else if (asked.go === "above") {
      if (row > HEAD) go({ row: row - 1, column });
    } else {
      const next = beside(cells, at, asked.go === "next" || asked.go === "right" ? 1 : -1);
      if (next) go(next, asked.go === "right" ? "begin" : asked.go === "left" ? "end" : "all");
    }
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const field = /** @type {HTMLTextAreaElement} */ (event.currentTarget);
    const asked = askedBy(event, caretIn(field));
    // Enter makes a line here, and goes on to no other field of the form.
    if (event.code === "Enter" && event.shiftKey) event.stopPropagation();
    if (!asked) return;
    const step = "go" in asked && (asked.go === "next" ? 1 : asked.go === "back" ? -1 : 0);
    // Tab leaves the table at its ends, as everywhere.
    if (step && !beside(cells, at, step)) return;
    event.preventDefault();
    event.stopPropagation();
    act(asked);
  }

  const openCell = (/** @type {Place} */ place) => {
    if (disabled || (open && place.row === at.row && place.column === at.column)) return;
    go(place);
  };
  const written = open && !disabled && (
    <OpenCell
      key={`${at.row} ${at.column}`}
      id={`${id}-cell`}
      label={`${label}, ${placeInWords(cells, at)}`}
      text={textAt(cells, at)}
      caret={caret}
      onSave={(text) => onChange((now) => withCell(now, at, text))}
      onKeyDown={onKeyDown}
      onPaste={(event) => onPaste(event, at)}
    />
  );
  return (
    <div class="grid-box">
      <div
        class="grid-frame"
        ref={box}
        // What cannot be written in is still scrolled by keys.
        tabIndex={disabled ? 0 : undefined}
        onFocusOut={() =>
          requestAnimationFrame(() => {
            if (!box.current?.contains(document.activeElement)) setOpen(false);
          })
        }
      >
        <table class="grid" role="grid" aria-label={label}>
          <thead>
            <Row
              row={HEAD}
              texts={cells.columns}
              width={width}
              at={at.row === HEAD ? at.column : null}
              disabled={disabled}
              written={at.row === HEAD ? written : null}
              onOpen={openCell}
            />
          </thead>
          <tbody>
            {cells.rows.map((texts, row) => (
              <Row
                key={row}
                row={row}
                texts={texts}
                width={width}
                at={at.row === row ? at.column : null}
                disabled={disabled}
                written={at.row === row ? written : null}
                onOpen={openCell}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!disabled && (
        <GridTools
          id={id}
          cells={cells}
          at={at}
          most={most}
          onChange={(change, next) => {
            flushFields();
            onChange(change);
            if (next) setChosen(next);
          }}
          onOpen={go}
          onRemove={(what, place) => {
            flushFields();
            setOpen(false);
            onRemove(what, place);
          }}
        />
      )}
    </div>
  );
}

/**
 * A row is drawn anew only where something of it changed: with five hundred of them a letter must not cost all.
 *
 * @param {{row: number, texts: string[], width: number, at: number | null, disabled: boolean | undefined,
 *   written: import("preact").ComponentChildren, onOpen: (place: Place) => void}} props `at` is the chosen column of it;
 *   `written` stands in that cell while it is open
 */
function Row({ row, texts, width, at, disabled, written, onOpen }) {
  const press = useRef(onOpen);
  press.current = onOpen;
  return useMemo(() => {
    const Cell = row === HEAD ? "th" : "td";
    return (
      <tr>
        <th class="grid__number" scope={row === HEAD ? undefined : "row"} aria-hidden="true">
          {row === HEAD ? "" : row + 1}
        </th>
        {Array.from({ length: width }, (_, column) => {
          const here = at === column;
          return (
            <Cell
              key={column}
              role={row === HEAD ? "columnheader" : "gridcell"}
              class={here ? "grid__here" : undefined}
              tabIndex={here && !written && !disabled ? 0 : -1}
              onFocus={() => press.current({ row, column })}
            >
              {here && written ? written : <span class="grid__text">{texts[column]}</span>}
            </Cell>
          );
        })}
      </tr>
    );
  }, [row, texts, width, at, disabled, written]);
}

/**
 * «строка 2, Школа»; of a column without a heading its number.
 *
 * @param {Cells} cells
 * @param {Place} place
 */
function placeInWords(cells, { row, column }) {
  const heading = cells.columns[column]?.trim() || `столбец ${column + 1}`;
  return row === HEAD ? `заголовок столбца ${column + 1}` : `строка ${row + 1}, ${heading}`;
}

/**
 * Where the caret stands, and how many lines the text takes.
 *
 * @param {HTMLTextAreaElement} field
 */
function caretIn(field) {
  const style = getComputedStyle(field);
  const line = parseFloat(style.lineHeight) || 24;
  const inner = field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  return {
    start: field.selectionStart,
    end: field.selectionEnd,
    length: field.value.length,
    lines: Math.round(inner / line),
  };
}
