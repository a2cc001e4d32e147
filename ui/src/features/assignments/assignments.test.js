/** @import {Meeting} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { byUrgency, decisionsOf, markOn, termEnd, termOn } from "./assignments.js";

/** @type {(date: string) => import("../../api/types/records").Term} */
const until = (date) => ({ form: "until", date });
/** @type {(date: string | null) => import("../../api/types/records").Mark} */
const done = (date) => ({ state: "done", date, result: "", reason: "" });

/**
 * @param {string} id
 * @param {string} term
 * @param {Partial<import("../../api/types/records").Decision>} [more]
 * @returns {import("../../api/types/records").Decision}
 */
const assignment = (id, term, more) => ({
  id,
  kind: "assignment",
  text: "",
  addressee: null,
  responsible: [],
  term: until(term),
  moves: [],
  mark: null,
  ...more,
});

/** @returns {Meeting} */
const meeting = (/** @type {import("../../api/types/records").Decision[]} */ ...decisions) =>
  /** @type {any} */ ({
    id: "m",
    school_year: 2025,
    date: "2026-01-16",
    status: "held",
    protocol: { number: 2, items: [{ id: "i", decisions }] },
  });

test("the last day of a term", () => {
  assert.equal(termEnd({ form: "months", months: ["2026-02", "2025-11"] }, 2025), "2026-02-28");
  assert.equal(termEnd({ form: "span", from: "2026-03", to: "2025-11" }, 2025), "2026-03-31");
  assert.equal(termEnd({ form: "monthly" }, 2025), "2026-05-31");
  assert.equal(termEnd({ form: "days", from: "2025-10-27", to: "2025-11-03" }, 2025), "2025-11-03");
  assert.equal(termEnd({ form: "words", text: "по мере готовности" }, 2025), null);
});

test("the last day itself is not late, the next one is", () => {
  const all = [meeting(assignment("a", "2026-03-01"))];
  assert.equal(decisionsOf(all, "2026-03-01")[0]?.overdue, false);
  assert.equal(decisionsOf(all, "2026-03-02")[0]?.overdue, true);
});

test("a transfer counts from its day, one without a day from the end of the term before it", () => {
  const moved = assignment("a", "2026-03-01", {
    moves: [{ to: until("2026-04-01"), reason: "", date: null }],
  });
  assert.deepEqual(termOn(moved, 2025, "2026-02-28"), until("2026-03-01"));
  assert.deepEqual(termOn(moved, 2025, "2026-03-01"), until("2026-04-01"));
});

test("a mark counts from its day; of a month, from the first", () => {
  assert.equal(
    markOn(assignment("a", "2026-03-01", { mark: done("2026-02") }), 2025, "2026-01-31"),
    null,
  );
  const marked = assignment("a", "2026-03-01", { mark: done("2026-02") });
  assert.equal(markOn(marked, 2025, "2026-02-01"), marked.mark);
  assert.equal(
    markOn(assignment("a", "2026-03-01", { mark: done(null) }), 2025, "2026-02-01"),
    null,
  );
});

test("numbers follow the places, planned meetings are left out, what is late comes first", () => {
  const all = [
    meeting(
      assignment("done", "2026-02-01", { mark: done("2026-01-20") }),
      assignment("later", "2026-05-01"),
      assignment("late", "2026-02-01"),
    ),
    { ...meeting(assignment("x", "2026-02-01")), status: /** @type {const} */ ("planned") },
  ];
  const placed = decisionsOf(all, "2026-03-01").sort(byUrgency);
  assert.deepEqual(
    placed.map(({ decision, number }) => [decision.id, number]),
    [
      ["late", "1.3"],
      ["later", "1.2"],
      ["done", "1.1"],
    ],
  );
});
