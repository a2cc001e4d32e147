import assert from "node:assert/strict";
import { test } from "node:test";

import { cases } from "./cases.js";
import { clockTime, timeInWords } from "./clock-time.js";

for (const [typed, time] of /** @type {[string, string | null][]} */ (cases("clock-times"))) {
  test(`time: ${typed}`, () => assert.equal(clockTime(typed), time));
}

test("a time is told with its end where that is known", () => {
  const plain = (/** @type {string} */ text) => text.replaceAll("\u00a0", " ");
  assert.equal(plain(timeInWords({ begins: "14:00", ends: null })), "начало в 14:00");
  assert.equal(
    plain(timeInWords({ begins: "14:00", ends: "15:30" })),
    "начало в 14:00, окончание в 15:30",
  );
  assert.equal(timeInWords({ begins: null, ends: null }), "");
});
