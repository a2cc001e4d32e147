/** @import {Edition} from "../../api/types/views" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { joined } from "./joined.js";

/** @param {string} operation @param {Partial<Edition>} [what] @returns {Edition} */
const edition = (operation, what) => ({
  operation,
  at: `в ${operation}`,
  name: `действие ${operation}`,
  undone: false,
  differences: [],
  has_text: true,
  current: false,
  earlier: [],
  ...what,
});

test("the history of one record stays as it came, newest first", () => {
  const acts = joined(["person"], [[edition("3", { current: true }), edition("1")]]);
  assert.deepEqual(
    acts.map(({ operation, current, record }) => [operation, current, record]),
    [
      ["3", true, null],
      ["1", false, "person"],
    ],
  );
});

test("what one operation changed in two records is told once, with the sentences of both", () => {
  const acts = joined(
    ["person", "membership"],
    [
      [
        edition("2", { differences: ["Должность: учитель"], current: true }),
        edition("1", { current: false }),
      ],
      [edition("3", { current: true }), edition("2", { differences: ["Роль: секретарь"] })],
    ],
  );
  assert.deepEqual(
    acts.map(({ operation, record }) => [operation, record]),
    [
      ["3", null],
      ["2", "membership"],
      ["1", "person"],
    ],
  );
  assert.deepEqual(acts[1]?.differences, ["Должность: учитель", "Роль: секретарь"]);
  assert.equal(acts[1]?.current, false, "the membership is not as this operation left it");
});

test("a deletion left nothing to bring back; earlier goes know their record", () => {
  const goes = [{ operation: "1", at: "в 1", differences: [] }];
  const [gone, written] = joined(
    ["order"],
    [[edition("4", { has_text: false }), edition("2", { earlier: goes })]],
  );
  assert.equal(gone?.record, null);
  assert.deepEqual(written?.earlier, [{ ...goes[0], record: "order" }]);
});
