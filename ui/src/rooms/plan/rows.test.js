/** @import {Activity} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { placesAfter } from "../../words/places.js";
import { monthsOfTerm, rowsOf, standing } from "./rows.js";

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

test("a term is found in its months", () => {
  assert.deepEqual(monthsOfTerm({ form: "span", from: "2025-11", to: "2026-01" }, 2025), [
    "2025-11",
    "2025-12",
    "2026-01",
  ]);
  assert.deepEqual(monthsOfTerm({ form: "until", date: "2025-11-01" }, 2025), ["2025-11"]);
  assert.equal(monthsOfTerm({ form: "monthly" }, 2025).at(-1), "2026-05");
  assert.deepEqual(monthsOfTerm({ form: "days", from: "2025-10-27", to: "2025-12-03" }, 2025), [
    "2025-10",
    "2025-11",
    "2025-12",
  ]);
  assert.deepEqual(monthsOfTerm({ form: "words", text: "по графику" }, 2025), []);
});

test("without a mark a row stands as its term says", () => {
  const months = (/** @type {string[]} */ ...all) => ({
    form: /** @type {const} */ ("months"),
    months: all,
  });
  const on = "2026-01-20";
  assert.equal(standing(row({ term: months("2026-05") }), 2025, on).words, "предстоит");
  assert.equal(
    standing(row({ term: months("2025-09", "2026-05") }), 2025, on).words,
    "выполняется",
  );
  assert.match(standing(row({ term: months("2025-10") }), 2025, on).words, /срок прошёл/);
  const half = { form: /** @type {const} */ ("span"), from: "2025-09", to: "2025-12" };
  assert.match(
    standing(row({ term: { ...half, words: "I полугодие" } }), 2025, on).words,
    /срок прошёл/,
  );
  const days = { form: /** @type {const} */ ("days"), from: "2026-01-19", to: "2026-01-20" };
  assert.equal(standing(row({ term: days }), 2025, "2026-01-18").words, "предстоит");
  assert.equal(standing(row({ term: days }), 2025, "2026-01-20").words, "выполняется");
  assert.match(standing(row({ term: days }), 2025, "2026-01-21").words, /срок прошёл/);
  const day = row({ term: { form: "day", date: "2026-01-21" } });
  assert.equal(standing(day, 2025, on).words, "предстоит");
  const moved = row({
    term: months("2025-10"),
    moves: [{ to: months("2026-03"), reason: "", date: null }],
  });
  assert.equal(standing(moved, 2025, on).words, "перенесено");
  const marked = row({ mark: { state: "done_in_part", date: null, result: "", reason: "" } });
  assert.equal(standing(marked, 2025, on).words, "выполнено частично");
  assert.equal(standing(row({}), 2025, on).words, "предстоит");
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
