import assert from "node:assert/strict";
import { test } from "node:test";

import { paperOf, periodOf } from "./papers.js";

test("a certificate tells of the year so far, and of another year as a whole", () => {
  assert.deepEqual(periodOf(2025, "2026-01-20"), { from: "2025-09-01", to: "2026-01-20" });
  assert.deepEqual(periodOf(2025, "2026-09-01"), { from: "2025-09-01", to: "2026-08-31" });
  assert.deepEqual(periodOf(2026, "2026-08-31"), { from: "2026-09-01", to: "2027-08-31" });
});

test("only a certificate has a period", () => {
  const of = {
    community: "c",
    year: 2025,
    on: "2026-01-20",
    period: periodOf(2025, "2026-01-20"),
    words: { to_post: null, to_name: null, rows: {} },
  };
  assert.equal(paperOf("certificate", of).to, "2026-01-20");
  assert.equal(paperOf("petition", of).to, undefined);
  assert.equal(paperOf("course_request", of).on, "2026-01-20");
});
