/** @import {Activity} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { placesAfter, placesWithin } from "../../words/places.js";
import { rowsOf, rowsOfSection } from "./rows.js";

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

test("a row of a section goes among its neighbours, and the rows of other sections stay", () => {
  const rows = [
    row({ id: "a", section: "s", place: 2 }),
    row({ id: "b", section: null, place: 3 }),
    row({ id: "c", section: "s", place: 5, direction: "3.1.7" }),
    row({ id: "d", section: "s", place: 9 }),
  ];
  const own = rowsOfSection(rows, "s");
  assert.deepEqual(
    own.map(({ id }) => id),
    ["a", "c", "d"],
  );
  assert.deepEqual(placesWithin(own, "d", -1), [
    { id: "d", place: 5 },
    { id: "c", place: 9 },
  ]);
  assert.deepEqual(placesWithin(own, "a", -1), []);
  const equal = ["a", "b", "c"].map((id) => row({ id, place: 0 }));
  assert.deepEqual(placesWithin(equal, "c", -1), [
    { id: "c", place: 1 },
    { id: "b", place: 2 },
  ]);
});
