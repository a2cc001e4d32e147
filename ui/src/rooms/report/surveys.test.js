/** @import {Survey} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { difficultiesIn, inOrder, rowsWith, surveyWords } from "./surveys.js";

/**
 * @param {string} id
 * @param {string} held
 * @param {[string, number][]} rows
 * @returns {Survey}
 */
const survey = (id, held, rows, school_year = 2025) => ({
  id,
  community: "c",
  school_year,
  held,
  asked: 11,
  who: "",
  rows: rows.map(([difficulty, count]) => ({ difficulty, count })),
  questionnaire: null,
  named: false,
  activity: null,
});
const october = survey("b", "2025-10-17", [
  ["texts", 7],
  ["marks", 8],
]);
const may = survey("a", "2026-05", [["tools", 3]]);

test("surveys go by their dates, difficulties by the first sheet", () => {
  const all = inOrder([may, october]);
  assert.deepEqual(
    all.map((one) => one.id),
    ["b", "a"],
  );
  assert.deepEqual(difficultiesIn(all), ["texts", "marks", "tools"]);
});

test("a count takes the place of its line in the table; an emptied one leaves no row", () => {
  const order = ["texts", "marks", "tools"];
  assert.deepEqual(rowsWith(may, "texts", 0, order), [
    { difficulty: "texts", count: 0 },
    { difficulty: "tools", count: 3 },
  ]);
  assert.deepEqual(rowsWith(october, "texts", null, order), [{ difficulty: "marks", count: 8 }]);
});

test("a survey is called by its date and its sheets", () => {
  assert.equal(surveyWords(october), "17.10.2025, 11\u00a0анкет");
  assert.equal(surveyWords({ ...may, asked: 0 }), "май 2026, число анкет не указано");
});
