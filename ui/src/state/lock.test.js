import assert from "node:assert/strict";
import { test } from "node:test";

import { isIdle } from "./lock.js";

test("the program locks itself after the minutes that were chosen, and never where that was chosen", () => {
  const minute = 60_000;
  assert.equal(isIdle(0, 5 * minute - 1, 5), false);
  assert.equal(isIdle(0, 5 * minute, 5), true);
  assert.equal(isIdle(0, 1_000 * minute, 0), false);
  assert.equal(isIdle(10 * minute, 0, 5), false, "a clock that was put back");
});
