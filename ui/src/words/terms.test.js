import assert from "node:assert/strict";
import { test } from "node:test";

import { termWords } from "./terms.js";

/** @param {Parameters<typeof termWords>[0]} term */
const shown = (term) => termWords(term).replaceAll("\u00a0", " ");

test("a term is shown as it was said", () => {
  const span = { form: /** @type {const} */ ("span"), from: "2025-09", to: "2025-12" };
  assert.equal(shown(span), "сентябрь — декабрь");
  assert.equal(shown({ ...span, words: "I полугодие" }), "I полугодие");
  assert.equal(shown({ form: "whole_year", words: "1 раз в четверть" }), "1 раз в четверть");
  assert.equal(shown({ form: "monthly" }), "ежемесячно");
});

test("days from one to another share what is the same", () => {
  /** @type {[string, string, string][]} */
  const cases = [
    ["2025-08-27", "2025-08-28", "27–28 августа 2025 г."],
    ["2025-10-27", "2025-11-03", "27 октября — 3 ноября 2025 г."],
    ["2025-12-30", "2026-01-02", "30 декабря 2025 г. — 2 января 2026 г."],
  ];
  for (const [from, to, words] of cases) {
    assert.equal(shown({ form: "days", from, to }), words);
  }
});
