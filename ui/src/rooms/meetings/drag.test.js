import assert from "node:assert/strict";
import { test } from "node:test";

import { moved } from "../../words/lists.js";
import { dropPlace } from "./drag.js";

test("a row let go takes the place under the mouse, long rows too", () => {
  const rows = [
    { top: 0, bottom: 40 },
    { top: 40, bottom: 1000 },
    { top: 1000, bottom: 1040 },
  ];
  assert.equal(dropPlace(rows, 0, 10), 0);
  assert.equal(dropPlace(rows, 0, 70), 0);
  assert.equal(dropPlace(rows, 0, 80), 1);
  assert.equal(dropPlace(rows, 0, 2000), 2);
  assert.equal(dropPlace(rows, 2, 990), 2);
  assert.equal(dropPlace(rows, 2, 900), 1);
  assert.equal(dropPlace(rows, 2, -50), 0);
  assert.equal(dropPlace(rows, 1, 500), 1);
});

test("a question moves within the list and keeps the others", () => {
  assert.deepEqual(moved(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b"], 0, 1), ["b", "a"]);
  const list = ["a", "b"];
  assert.equal(moved(list, 0, -1), list);
  assert.equal(moved(list, 1, 1), list);
  assert.deepEqual(moved(["a", "b", "c", "d"], 3, -3), ["d", "a", "b", "c"]);
});
