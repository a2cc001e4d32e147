import assert from "node:assert/strict";
import { test } from "node:test";

import { rowAgain, rowNames } from "./naming.js";

test("a row names its task and its decisions", () => {
  assert.equal(rowNames({ task: "t", section: null, decisions: [] }, ["t"]), true);
  assert.equal(rowNames({ task: null, section: null, decisions: ["d", "e"] }, ["e"]), true);
  assert.equal(rowNames({ task: null, section: "s", decisions: [] }, ["s"]), true);
  assert.equal(rowNames({ task: "t", section: "s", decisions: ["d"] }, ["x"]), false);
});

test("what came back is named again, and what was chosen meanwhile stays", () => {
  const before = { task: "t", section: "s", decisions: ["d", "e"] };
  assert.deepEqual(
    rowAgain({ task: null, section: null, decisions: ["e"] }, before, ["t", "s", "d"]),
    {
      task: "t",
      section: "s",
      decisions: ["e", "d"],
    },
  );
  assert.equal(
    rowAgain({ task: "other", section: null, decisions: [] }, before, ["t"]).task,
    "other",
  );
  // Only what went is brought back: a task that the person took out of the row stays out.
  assert.deepEqual(rowAgain({ task: null, section: null, decisions: [] }, before, ["d"]), {
    task: null,
    section: null,
    decisions: ["d"],
  });
});
