import assert from "node:assert/strict";
import { test } from "node:test";

import { attendanceOf, emptyItem, PRESENT, withMarksBack, withoutQuestion } from "./parts.js";

test("a roster taken anew keeps what was marked", () => {
  const ill = { person: "a", presence: { absent: { reason: "болезнь" } } };
  assert.deepEqual(attendanceOf([ill, { person: "x", presence: PRESENT }], ["b", "a"]), [
    { person: "b", presence: PRESENT },
    ill,
  ]);
});

/** @param {string | null} came_after @param {string | null} left_before */
const partly = (came_after, left_before) => ({
  person: "p",
  presence: { present: { came_after, left_before } },
});

test("a mark never names a question that was taken out, and comes back with it", () => {
  const items = [emptyItem("a"), emptyItem("b"), emptyItem("c")];
  const without = (/** @type {ReturnType<typeof partly>} */ one, /** @type {string} */ gone) =>
    withoutQuestion([one], items, gone)[0];
  assert.deepEqual(without(partly("b", null), "b"), partly("a", null));
  assert.deepEqual(without(partly("a", null), "a"), partly(null, null));
  assert.deepEqual(without(partly(null, "b"), "b"), partly(null, "c"));
  assert.deepEqual(without(partly(null, "c"), "c"), partly(null, null));
  const other = partly("a", "c");
  assert.equal(without(other, "b"), other);

  const then = [partly("b", null)];
  const between = withoutQuestion(then, items, "b");
  assert.deepEqual(withMarksBack(between, then, between), then);
  const changed = [{ person: "p", presence: { absent: { reason: "" } } }];
  assert.deepEqual(withMarksBack(changed, then, between), changed);
});
