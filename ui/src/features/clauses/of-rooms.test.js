import assert from "node:assert/strict";
import { test } from "node:test";

import { CLAUSES } from "../../api/types/clauses.js";
import { JOURNALS } from "../../api/types/journals.js";
import { clausesOf, ROOMS } from "./of-rooms.js";

test("every clause that a room names can be looked up", () => {
  const known = CLAUSES.map(({ number }) => number);
  const rooms = [...Object.keys(ROOMS), ...JOURNALS.map(({ room }) => room)];
  for (const room of rooms) {
    assert.ok(clausesOf(room).length > 0, room);
    for (const number of clausesOf(room)) assert.ok(known.includes(number), `${room}: ${number}`);
  }
});

test("a journal serves the clauses of its own table, and a room of the program none", () => {
  assert.deepEqual(clausesOf("acts"), ["1.5", "4.3"]);
  assert.deepEqual(clausesOf("settings"), []);
});
