import assert from "node:assert/strict";
import { test } from "node:test";

import { exactly, folded, placesIn } from "./match.js";

test("a folded text is as long as it was", () => {
  for (const text of ["Ёлка\u00a0и ель", "İstanbul ß ﬁ 😀", "две\nстроки"]) {
    assert.equal(folded(text).length, text.length);
  }
});

test("a typed text is found to the letter, whatever the case, one after another", () => {
  assert.deepEqual(exactly("Отчёт об отчете", "ОТЧЕТ"), [
    [0, 5],
    [9, 14],
  ]);
  assert.deepEqual(exactly("план №\u00a03", "№ 3"), [[5, 8]]);
  assert.deepEqual(exactly("ааа", "аа"), [[0, 2]]);
  assert.deepEqual(exactly("что угодно", "  "), []);
});

test("a word is found in its forms, several words first as they were typed, a part of a word at last", () => {
  const texts = ["о банке практик", "банк практик"];
  /** @type {[string, boolean][][]} */
  const forms = [
    [
      ["о ", false],
      ["банке", true],
      [" ", false],
      ["практик", true],
    ],
    [],
  ];
  assert.deepEqual(placesIn(texts, "банк", forms), [
    [
      [2, 7],
      [8, 15],
    ],
    [],
  ]);
  assert.deepEqual(placesIn(texts, "банк практик", forms), [[], [[0, 12]]]);
  assert.deepEqual(placesIn(texts, "ракти", [[], []]), [[[9, 14]], [[6, 11]]]);
});
