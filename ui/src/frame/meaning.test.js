import assert from "node:assert/strict";
import { test } from "node:test";

import { meaningOf } from "./meaning.js";

/**
 * @param {string} code
 * @param {Partial<KeyboardEvent>} [held]
 */
const key = (code, held = {}) =>
  meaningOf({ code, ctrlKey: true, metaKey: false, altKey: false, shiftKey: false, ...held });

test("keys are told apart by their place, whatever the layout", () => {
  assert.equal(key("KeyF"), "find");
  assert.equal(key("KeyZ"), "undo");
  assert.equal(key("KeyY"), "redo");
  assert.equal(key("KeyZ", { shiftKey: true }), "redo");
  assert.equal(key("KeyS"), "save");
  assert.equal(key("KeyP"), "print");
  assert.equal(key("Equal"), "larger");
  assert.equal(key("Equal", { shiftKey: true }), "larger");
  assert.equal(key("NumpadSubtract"), "smaller");
  assert.equal(key("Digit0"), "usual");
  assert.equal(key("F1", { ctrlKey: false }), "help");
});

test("a letter without Ctrl is a letter, and AltGr (Ctrl+Alt) types signs", () => {
  assert.equal(key("KeyZ", { ctrlKey: false }), null);
  assert.equal(key("KeyF", { altKey: true }), null);
  assert.equal(key("KeyF", { shiftKey: true }), null);
});
