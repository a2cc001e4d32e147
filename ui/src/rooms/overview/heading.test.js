/** @import {Overview} from "../../api/types/findings" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { heading } from "./heading.js";

/** @type {(severity: "error" | "warning" | "info", clause: string | null) => Overview["findings"][0]} */
const finding = (severity, clause) => ({
  basis: "Положение",
  clause,
  severity,
  message: "",
  hint: "",
  kind: null,
  id: null,
  of: [],
  act: null,
});

/**
 * @param {Overview["findings"]} findings
 * @param {number[]} unsigned
 * @param {number} late
 */
const told = (findings, unsigned = [], late = 0) =>
  heading(
    /** @type {any} */ ({
      findings,
      unsigned,
      deadlines: [{ met: true }],
      assignments: Array.from({ length: late }, () => ({ overdue: true })),
    }),
  );

test("the heading says how things are", () => {
  assert.equal(told([finding("info", "4.8")]), "Сроки соблюдены, всё в порядке");
  assert.equal(told([finding("warning", "1.4")], [2]), "Сроки соблюдены, не хватает двух бумаг");
  assert.equal(
    told([], [2], 1),
    "Сроки соблюдены, не хватает одной бумаги, просрочено одно поручение",
  );
  assert.equal(told([], [], 2), "Сроки соблюдены, просрочены два поручения");
  assert.equal(
    told([finding("error", "4.7")]),
    "Не выполнено одно требование Положения, остальное в порядке",
  );
  assert.equal(
    told(
      Array.from({ length: 2 }, () => finding("error", "4.5")),
      [1],
    ),
    "Не выполнены два требования Положения, не хватает одной бумаги",
  );
  assert.equal(
    told(
      [],
      Array.from({ length: 21 }, (_, at) => at),
    ),
    "Сроки соблюдены, не хватает 21 бумаги",
  );
});

test("of a year that has only begun nothing is claimed", () => {
  const bare = { findings: [], unsigned: [], assignments: [], deadlines: [{ met: false }] };
  assert.equal(heading(/** @type {any} */ (bare)), "Ничего не просрочено");
});
