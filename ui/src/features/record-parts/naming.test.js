import assert from "node:assert/strict";
import { test } from "node:test";

import { rowAgain, rowNames } from "./naming.js";

test("a row names its task and its decisions", () => {
  assert.equal(rowNames({ task: "t", decisions: [] }, ["t"]), true);
  assert.equal(rowNames({ task: null, decisions: ["d", "e"] }, ["e"]), true);
  assert.equal(rowNames({ task: "t", decisions: ["d"] }, ["x"]), false);
});

test("what came back is named again, and what was chosen meanwhile stays", () => {
  const before = { task: "t", decisions: ["d", "e"] };
  assert.deepEqual(rowAgain({ task: null, decisions: ["e"] }, before, ["t", "d"]), {
    task: "t",
    decisions: ["e", "d"],
  });
  assert.equal(rowAgain({ task: "other", decisions: [] }, before, ["t"]).task, "other");
  // Only what went is brought back: a task that the person took out of the row stays out.
  assert.deepEqual(rowAgain({ task: null, decisions: [] }, before, ["d"]), {
    task: null,
    decisions: ["d"],
  });
});
