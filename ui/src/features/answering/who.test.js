import assert from "node:assert/strict";
import { test } from "node:test";

import { answersFor, wordsToChoose } from "./who.js";

const ROW = { responsible: ["p"], responsible_in_words: "Директор ОО; рабочая группа" };

test("whoever is named in words is chosen as people are", () => {
  const choices = wordsToChoose([ROW.responsible_in_words, "директор ОО", ""]);
  assert.deepEqual(
    choices.map(({ label }) => label),
    ["директор ОО", "рабочая группа"],
  );
  const [head, group] = choices.map(({ value }) => value);
  assert.ok(head && group);
  assert.equal(answersFor(head, ROW), true);
  assert.equal(answersFor(group, { ...ROW, responsible_in_words: "РИМК" }), false);
  assert.equal(answersFor("p", ROW), true);
  assert.equal(answersFor("q", ROW), false);
});
