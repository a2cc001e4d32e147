import assert from "node:assert/strict";
import { test } from "node:test";

import { comparedYears } from "./compared-years.js";

/** @type {import("../../api/types/figures").YearByYear} */
const compared = {
  years: [
    { school_year: 2023, note: "с\u00a012.10.2023" },
    { school_year: 2025, note: null },
  ],
  measures: [
    {
      measure: "attendance",
      title: "Присутствовали на заседаниях",
      found: [
        { count: 25, of: 29 },
        { count: 27, of: 30 },
      ],
    },
    {
      measure: "meetings",
      title: "Проведено заседаний",
      found: [
        { count: 2, of: null },
        { count: 4, of: null },
      ],
    },
    { measure: "members", title: "Участников в составе", found: [null, { count: 10, of: null }] },
  ],
};

test("a share has its whole and its percentage, a number is measured by the greatest", () => {
  const { names, notes, measures } = comparedYears(compared);
  assert.deepEqual(names, ["2023/24", "2025/26"]);
  assert.equal(notes, "2023/24\u00a0— с\u00a012.10.2023");
  const [attendance, meetings] = measures;
  assert.deepEqual(
    attendance?.found.map((one) => one?.words),
    ["25 из 29 (86\u00a0%)", "27 из 30 (90\u00a0%)"],
  );
  assert.deepEqual(
    meetings?.found.map((one) => [one?.value, one?.most, one?.words]),
    [
      [2, 4, "2"],
      [4, 4, "4"],
    ],
  );
});

test("what a year does not tell stays absent", () => {
  const [, , members] = comparedYears(compared).measures;
  assert.equal(members?.found[0], null);
});
