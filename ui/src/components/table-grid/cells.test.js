import assert from "node:assert/strict";
import { test } from "node:test";

import {
  beside,
  columnOf,
  HEAD,
  textAt,
  widthOf,
  withCell,
  withColumn,
  withColumnMoved,
  within,
  withoutColumn,
  withoutRow,
  withPasted,
  withRow,
  withRowMoved,
} from "./cells.js";

const table = {
  columns: ["Школа", "Писали"],
  rows: [["№ 1", "12"], ["№ 2"]],
};

test("a short row has empty cells at its end, and a text may be written there", () => {
  assert.equal(textAt(table, { row: 1, column: 1 }), "");
  const written = withCell(table, { row: 1, column: 1 }, "9");
  assert.deepEqual(written.rows, [
    ["№ 1", "12"],
    ["№ 2", "9"],
  ]);
  assert.equal(written.rows[0], table.rows[0]);
  assert.deepEqual(withCell(table, { row: HEAD, column: 1 }, "Качество").columns, [
    "Школа",
    "Качество",
  ]);
  assert.equal(withCell(table, { row: 7, column: 0 }, "нет такой"), table);
});

test("rows and columns come, go and come back where they stood", () => {
  const longer = withRow(table, 1);
  assert.deepEqual(longer.rows, [["№ 1", "12"], ["", ""], ["№ 2"]]);
  assert.deepEqual(withoutRow(longer, 1), table);
  const wider = withColumn(table, 1, ["Класс", "5", "6"]);
  assert.deepEqual(wider, {
    columns: ["Школа", "Класс", "Писали"],
    rows: [
      ["№ 1", "5", "12"],
      ["№ 2", "6"],
    ],
  });
  assert.deepEqual(columnOf(wider, 1), ["Класс", "5", "6"]);
  assert.deepEqual(withoutColumn(wider, 1), table);
});

test("rows and columns move by one place and stop at the edge", () => {
  assert.deepEqual(withRowMoved(table, 0, 1).rows, [["№ 2"], ["№ 1", "12"]]);
  assert.deepEqual(withRowMoved(table, 0, -1).rows, table.rows);
  assert.deepEqual(withRowMoved(table, HEAD, 1).rows, table.rows);
  assert.deepEqual(withColumnMoved(table, 1, -1), {
    columns: ["Писали", "Школа"],
    rows: [
      ["12", "№ 1"],
      ["", "№ 2"],
    ],
  });
  assert.equal(withColumnMoved(table, 1, 1), table);
});

test("pasted cells are written over those there, and the table grows", () => {
  const pasted = withPasted(table, { row: 1, column: 1 }, [
    ["9", "40"],
    ["7", "38"],
  ]);
  assert.deepEqual(pasted, {
    columns: ["Школа", "Писали", ""],
    rows: [
      ["№ 1", "12", ""],
      ["№ 2", "9", "40"],
      ["", "7", "38"],
    ],
  });
  assert.equal(widthOf(pasted), 3);
  assert.deepEqual(withPasted(table, { row: HEAD, column: 0 }, [["ОО"], ["№ 4"]]), {
    columns: ["ОО", "Писали"],
    rows: [
      ["№ 4", "12"],
      ["№ 2", ""],
    ],
  });
});

test("Tab goes through the cells in the order of reading and leaves at either end", () => {
  assert.deepEqual(beside(table, { row: HEAD, column: 1 }, 1), { row: 0, column: 0 });
  assert.deepEqual(beside(table, { row: 0, column: 0 }, -1), { row: HEAD, column: 1 });
  assert.equal(beside(table, { row: 1, column: 1 }, 1), null);
  assert.equal(beside(table, { row: HEAD, column: 0 }, -1), null);
});

test("a place that is gone becomes the nearest one", () => {
  assert.deepEqual(within(table, { row: 9, column: 9 }), { row: 1, column: 1 });
  assert.deepEqual(within(table, { row: -5, column: -1 }), { row: HEAD, column: 0 });
});
