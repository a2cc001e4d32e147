import assert from "node:assert/strict";
import { test } from "node:test";

import { cases } from "../../words/cases.js";
import { SECTIONS, inserted, left, printed, withProse, withSection } from "./sections.js";

/** @type {import("../../api/types/records").Report} */
const empty = { id: "r", community: "c", school_year: 2025, added: [], prose: {}, tables: {} };

test("an added section stands in its place and keeps its words when taken out", () => {
  const added = withSection(withProse(empty, "staff", "Двое новых."), "staff", true);
  assert.deepEqual(
    printed(added)
      .slice(0, 3)
      .map((one) => one.id),
    ["general", "staff", "meetings"],
  );
  const without = withSection(added, "staff", false);
  assert.equal(
    printed(without).some((one) => one.id === "staff"),
    false,
  );
  assert.equal(
    left(without).some((one) => one.id === "staff"),
    true,
  );
  assert.equal(without.prose.staff, "Двое новых.");
});

test("erased words leave no empty section in the record", () => {
  assert.deepEqual(withProse(withProse(empty, "conclusions", "Да"), "conclusions", " ").prose, {});
});

test("proposed words stand at the caret and touch no other word", () => {
  assert.equal(inserted(" ", 0, "Проведено."), "Проведено.");
  assert.equal(inserted("До. После.", 3, "Сюда."), "До. Сюда. После.");
  assert.equal(inserted("До.", 3, "Сюда."), "До. Сюда.");
});

test("the sections are those of the paper, in its order", () => {
  const told = SECTIONS.map(({ id, title, short }) => [id, title, Boolean(short)]);
  // The title page has no words of the leader's.
  assert.deepEqual(told, cases("report-sections").slice(1));
});
