/** @import {Activity} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { placesAfter } from "../../words/places.js";
import { rowsOf } from "./rows.js";

/** @param {Partial<Activity>} what */
const row = (what) =>
  /** @type {Activity} */ ({
    id: "a",
    direction: "3.1.1",
    place: 0,
    term: null,
    moves: [],
    mark: null,
    ...what,
  });

test("a row goes up and down among those of its direction", () => {
  const rows = ["a", "b", "c"].map((id) => row({ id }));
  assert.deepEqual(placesAfter(rowsOf(rows, "3.1.1"), "c", -1), [
    { id: "a", place: 1 },
    { id: "c", place: 2 },
    { id: "b", place: 3 },
  ]);
  assert.deepEqual(placesAfter(rows, "a", -1), []);
  const placed = [
    row({ id: "x", place: 1 }),
    row({ id: "y", place: 2 }),
    row({ id: "z", place: 3 }),
  ];
  assert.deepEqual(placesAfter(placed, "x", 1), [
    { id: "y", place: 1 },
    { id: "x", place: 2 },
  ]);
});
