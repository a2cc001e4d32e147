import assert from "node:assert/strict";
import { test } from "node:test";

import { keyPoints } from "./points.js";

test("a digit gives its points, whichever block of the keyboard it is on", () => {
  assert.equal(keyPoints("Digit2"), 2);
  assert.equal(keyPoints("Numpad0"), 0);
  assert.equal(keyPoints("Digit3"), undefined);
  assert.equal(keyPoints("KeyA"), undefined);
});

test("a mistaken point is cleared", () => {
  assert.equal(keyPoints("Delete"), null);
  assert.equal(keyPoints("Backspace"), null);
});
