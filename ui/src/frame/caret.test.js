import assert from "node:assert/strict";
import { test } from "node:test";

import { caretAfter } from "./caret.js";

test("the caret stands behind what has come back, or where something went", () => {
  assert.equal(caretAfter("", "Доклад о чтении"), 15);
  assert.equal(caretAfter("Доклад", "Доклад о чтении"), 15);
  assert.equal(caretAfter("О чтении", "О выразительном чтении"), 16);
  assert.equal(caretAfter("О выразительном чтении", "О чтении"), 2);
  assert.equal(caretAfter("было", "стало"), 3);
  assert.equal(caretAfter("аа", "а"), 1);
});
