import assert from "node:assert/strict";
import { test } from "node:test";

import { blankEntry, isShort, moved, nameOfEntry } from "./entries.js";

/** @param {string} key @param {string} is @param {number} [span] */
const field = (key, is, span = 12) =>
  /** @type {import("../../api/types/records").Field} */ (
    /** @type {unknown} */ ({ key, label: key, form: { is }, span })
  );
const FIELDS = [
  field("id", "hidden"),
  field("text", "text"),
  field("term", "term"),
  field("who", "people"),
  field("done", "tick"),
  field("sum", "hidden"),
];

test("a new entry has its own identifier and every field empty, what is hidden left to the program", () => {
  assert.deepEqual(blankEntry(FIELDS, "7"), {
    id: "7",
    text: "",
    term: null,
    who: [],
    done: false,
  });
});

test("an entry is short where all its fields stand in one line", () => {
  assert.equal(isShort([field("a", "line", 8), field("b", "number", 4)]), true);
  assert.equal(isShort([field("a", "line", 8), field("b", "number", 5)]), false);
});

test("an entry is known by the first words in it", () => {
  assert.equal(nameOfEntry(FIELDS, { text: " Посетить урок " }), "Посетить урок");
  assert.equal(nameOfEntry(FIELDS, { text: " " }), "");
});

test("an entry moves by one place and never out of the list", () => {
  assert.deepEqual(moved(["a", "b", "c"], 0, 1), ["b", "a", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b"], 1, 1), ["a", "b"]);
  assert.deepEqual(moved(["a", "b"], 0, -1), ["a", "b"]);
});
