import assert from "node:assert/strict";
import { test } from "node:test";

import { alphabetical } from "./alphabet.js";
import { cases } from "./cases.js";

test("names stand in the order of the papers", () => {
  for (const expected of /** @type {string[][]} */ (cases("alphabetical"))) {
    assert.deepEqual([...expected].reverse().sort(alphabetical), expected);
  }
});
