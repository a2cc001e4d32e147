import assert from "node:assert/strict";
import test from "node:test";

import { placesOf } from "./place-at-work.js";

const at = (/** @type {string} */ name, page = 0) => ({ name, page, top: 0.1, bottom: 0.2 });
const PLACES = [
  at("head"),
  at("question.1.heard"),
  at("question.1.heard", 1),
  at("question.1.decision.1", 1),
];

/** @type {[string, string, string[]][]} */
const cases = [
  ["head", "a part of its own", ["head 0"]],
  ["question.1.heard", "a part on two pages", ["question.1.heard 0", "question.1.heard 1"]],
  [
    "question.1.vote",
    "an empty part shows what stands last in its question",
    ["question.1.decision.1 1"],
  ],
  ["question.1.decision.3", "an empty point shows the one before it", ["question.1.decision.1 1"]],
  ["question.10.heard", "another question with the same beginning is not shown", []],
  ["", "nothing at work", []],
];
for (const [wanted, what, found] of cases) {
  test(what, () => {
    assert.deepEqual(
      placesOf(PLACES, wanted).map((place) => `${place.name} ${place.page}`),
      found,
    );
  });
}
