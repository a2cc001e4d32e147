import assert from "node:assert/strict";
import { test } from "node:test";

import { askedBy } from "./keys.js";

/** @param {string} code @param {Partial<KeyboardEvent>} [more] */
const key = (code, more = {}) => ({
  code,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});
/** @param {number} start @param {number} [lines] @param {number} [end] */
const caret = (start, lines = 1, end = start) => ({ start, end, length: 5, lines });

test("Tab and Enter go on", () => {
  assert.deepEqual(askedBy(key("Tab"), caret(2)), { go: "next" });
  assert.deepEqual(askedBy(key("Tab", { shiftKey: true }), caret(2)), { go: "back" });
  assert.deepEqual(askedBy(key("Enter"), caret(2)), { go: "below" });
  assert.equal(askedBy(key("Enter", { shiftKey: true }), caret(2)), null);
  assert.equal(askedBy(key("Enter", { ctrlKey: true }), caret(2)), null);
  assert.deepEqual(askedBy(key("Escape"), caret(2)), { leave: true });
});

test("arrows go through the text and leave the cell where it ends", () => {
  assert.equal(askedBy(key("ArrowLeft"), caret(2)), null);
  assert.deepEqual(askedBy(key("ArrowLeft"), caret(0)), { go: "left" });
  assert.deepEqual(askedBy(key("ArrowRight"), caret(5)), { go: "right" });
  assert.equal(askedBy(key("ArrowRight"), caret(0, 1, 5)), null);
  assert.deepEqual(askedBy(key("ArrowUp"), caret(2)), { go: "above" });
  assert.equal(askedBy(key("ArrowUp"), caret(2, 3)), null);
  assert.deepEqual(askedBy(key("ArrowDown"), caret(5, 3)), { go: "below" });
  assert.equal(askedBy(key("ArrowDown", { shiftKey: true }), caret(5)), null);
});

test("with Alt the row or the column moves", () => {
  assert.deepEqual(askedBy(key("ArrowUp", { altKey: true }), caret(2)), { row: -1 });
  assert.deepEqual(askedBy(key("ArrowRight", { altKey: true }), caret(2)), { column: 1 });
  assert.equal(askedBy(key("KeyA", { altKey: true }), caret(2)), null);
});
