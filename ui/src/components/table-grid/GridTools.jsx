/** @import {Cells, Place} from "./cells.js" */
import { Button } from "../button/Button.jsx";
import { HEAD, widthOf, withColumn, withColumnMoved, withRow, withRowMoved } from "./cells.js";

/**
 * What can be done with the row and the column of the chosen cell.
 *
 * @param {{id: string, cells: Cells, at: Place, most: {columns: number, rows: number},
 *   onChange: (change: (cells: Cells) => Cells, next?: Place) => void, onOpen: (place: Place) => void,
 *   onRemove: (what: "row" | "column", at: number) => void}} props `next` is the cell that is chosen afterwards
 */
export function GridTools({ id, cells, at, most, onChange, onOpen, onRemove }) {
  const { row, column } = at;
  const [rows, width] = [cells.rows.length, widthOf(cells)];
  const called = `строка ${row + 1}`;
  const column_called = `столбец ${column + 1}`;
  return (
    <div class="grid-tools">
      <div class="rowp" role="group" aria-label="Строки">
        <Button
          id={`${id}-add-row`}
          look="quiet"
          flush
          sign="plus"
          disabled={rows >= most.rows}
          onClick={() => {
            onChange((now) => withRow(now, row + 1));
            onOpen({ row: row + 1, column: 0 });
          }}
        >
          Строка ниже
        </Button>
        {row !== HEAD && (
          <>
            <Button
              look="quiet"
              flush
              sign="up"
              disabled={row === 0}
              label={`Выше: ${called}`}
              onClick={() =>
                onChange((now) => withRowMoved(now, row, -1), { row: row - 1, column })
              }
            >
              Выше
            </Button>
            <Button
              look="quiet"
              flush
              sign="lower"
              disabled={row === rows - 1}
              label={`Ниже: ${called}`}
              onClick={() => onChange((now) => withRowMoved(now, row, 1), { row: row + 1, column })}
            >
              Ниже
            </Button>
            <Button look="quiet" flush sign="bin" onClick={() => onRemove("row", row)}>
              Удалить строку {row + 1}
            </Button>
          </>
        )}
      </div>
      <div class="rowp" role="group" aria-label="Столбцы">
        <Button
          look="quiet"
          flush
          sign="plus"
          disabled={width >= most.columns}
          onClick={() => {
            onChange((now) => withColumn(now, column + 1));
            onOpen({ row: HEAD, column: column + 1 });
          }}
        >
          Столбец справа
        </Button>
        <Button
          look="quiet"
          flush
          sign="back"
          disabled={column === 0}
          label={`Левее: ${column_called}`}
          onClick={() =>
            onChange((now) => withColumnMoved(now, column, -1), { row, column: column - 1 })
          }
        >
          Левее
        </Button>
        <Button
          look="quiet"
          flush
          sign="arrow"
          disabled={column === width - 1}
          label={`Правее: ${column_called}`}
          onClick={() =>
            onChange((now) => withColumnMoved(now, column, 1), { row, column: column + 1 })
          }
        >
          Правее
        </Button>
        {width > 1 && (
          <Button look="quiet" flush sign="bin" onClick={() => onRemove("column", column)}>
            Удалить столбец {column + 1}
          </Button>
        )}
      </div>
    </div>
  );
}
