import assert from "node:assert/strict";
import { test } from "node:test";

import { layoutFor } from "./scale.js";

test("the layout follows the letters that fit, not the pixels", () => {
  assert.equal(layoutFor(1366, 100), "wide");
  assert.equal(layoutFor(1024, 100), "narrow");
  assert.equal(layoutFor(1366, 125), "narrow");
  assert.equal(layoutFor(1366, 150), "large");
  assert.equal(layoutFor(2048, 200), "narrow");
});
