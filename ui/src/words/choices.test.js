import assert from "node:assert/strict";
import { test } from "node:test";

import { choicesOf } from "./choices.js";

test("choices are those that the kinds declare, in groups and lists too", () => {
  const marks = choicesOf("activity", "mark", "state");
  assert.deepEqual(
    marks.map(({ label }) => label),
    ["выполнено", "выполнено не в полном объёме", "не выполнено", "отменено"],
  );
  assert.equal(choicesOf("activity", "direction").length, 7);
  assert.deepEqual(choicesOf("membership", "roles", "role")[0], {
    value: "leader",
    label: "руководитель",
  });
  assert.deepEqual(choicesOf("activity", "text"), []);
});
