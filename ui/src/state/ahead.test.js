import assert from "node:assert/strict";
import { test } from "node:test";

import { ahead, forgetAhead, isAhead, lookAhead } from "./ahead.js";

/** @param {string} id */
const record = (id) => /** @type {any} */ ({ kind: "meeting", record: { id } });

test("a look ahead gathers what would be saved, and only while it lasts", () => {
  lookAhead(() => assert.equal(isAhead(record("a")), true));
  assert.deepEqual(ahead.value, [record("a")]);
  assert.equal(isAhead(record("b")), false);
  assert.deepEqual(ahead.value, [record("a")]);
  forgetAhead();
  assert.deepEqual(ahead.value, []);
});

test("a look that fails leaves nothing gathering behind it", () => {
  assert.throws(() =>
    lookAhead(() => {
      throw new Error("broken");
    }),
  );
  assert.equal(isAhead(record("a")), false);
});
