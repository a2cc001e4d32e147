/** @import {RowState, TablePreview} from "../../api/types/importing" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { addWords, found, isUnclear, tickedIn, untaken } from "./columns.js";
import { isTable } from "./pasted.js";

/** @param {RowState[]} states */
const preview = (...states) =>
  /** @type {TablePreview} */ (
    /** @type {unknown} */ ({
      token: 1,
      table: 0,
      rows: states.map((state, row) => ({ row, state, cells: [], remarks: [] })),
    })
  );

test("what is there already and what cannot be added is not ticked by itself", () => {
  const all = preview("heading", "ready", "doubtful", "repeat", "refused");
  assert.deepEqual([...tickedIn(all, null)], [1, 2]);
  assert.equal(found(all), "готова 1\u00a0строка, с пометками 1, уже есть 1, нельзя добавить 1");
});

test("a row of which some cells do not come in is ready and counted apart", () => {
  const all = preview("ready", "partly", "partly", "heading");
  assert.deepEqual([...tickedIn(all, null)], [0, 1, 2]);
  assert.equal(found(all), "готовы 3\u00a0строки, из них не целиком 2");
});

test("columns that do not come in are named by their headings", () => {
  assert.deepEqual(
    untaken({ columns: ["text", "skip", "skip"], headings: ["Тема", "Классы,\nУМК", ""] }),
    ["Классы, УМК"],
  );
});

test("another look keeps what the hand has ticked, and ticks what can be added only now", () => {
  const before = {
    preview: preview("ready", "ready", "repeat", "refused"),
    ticked: new Set([1, 2]),
  };
  const after = preview("ready", "ready", "repeat", "ready");
  assert.deepEqual([...tickedIn(after, before)], [1, 2, 3]);
  assert.deepEqual([...tickedIn({ ...after, table: 1 }, before)], [0, 1, 3]);
});

test("the button says how many come", () => {
  assert.equal(addWords("activities", 17), "Добавить 17\u00a0мероприятий");
  assert.equal(addWords("activities", 22), "Добавить 22\u00a0мероприятия");
  assert.equal(addWords("activities", 4, true), "Добавить 4\u00a0заседания");
  assert.equal(addWords("members", 21), "Добавить 21\u00a0человека");
  assert.equal(addWords("members", 5), "Добавить 5\u00a0человек");
});

test("a word copied by chance is no table", () => {
  assert.ok(!isTable("октябрь", "<span>октябрь</span>"));
  assert.ok(isTable("а\tб", ""));
  assert.ok(isTable("а б", "<TABLE><tr></tr></TABLE>"));
});

test("a row is unclear while its direction is nobody's word nor a sure guess", () => {
  const row = /** @type {Parameters<typeof isUnclear>[0]} */ ({
    state: "ready",
    meeting: false,
    direction: "3.1.1",
    guessed: null,
  });
  assert.ok(!isUnclear(row), "named in the table or chosen by hand");
  assert.ok(!isUnclear({ ...row, guessed: { why: "по слову «анализ»", sure: true } }));
  assert.ok(isUnclear({ ...row, guessed: { why: "по слову «помощь»", sure: false } }));
  assert.ok(isUnclear({ ...row, state: "refused", direction: null }));
  assert.ok(!isUnclear({ ...row, state: "heading", direction: null }));
  assert.ok(!isUnclear({ ...row, meeting: true, direction: null }));
});
