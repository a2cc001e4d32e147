import assert from "node:assert/strict";
import { test } from "node:test";

import { folded, placesOfText, placesOfWords } from "./match.js";

test("a folded text is as long as it was", () => {
  for (const text of ["Ёлка\u00a0и ель", "İstanbul ß ﬁ 😀", "две\nстроки"]) {
    assert.equal(folded(text).length, text.length);
  }
});

test("a typed text is found in any letters, anywhere, one after another", () => {
  assert.deepEqual(placesOfText("Отчёт об отчете", "ОТЧЕТ"), [
    [0, 5],
    [9, 14],
  ]);
  assert.deepEqual(placesOfText("план №\u00a03", "№ 3"), [[5, 8]]);
  assert.deepEqual(placesOfText("ааа", "аа"), [[0, 2]]);
  assert.deepEqual(placesOfText("что угодно", "  "), []);
});

test("words that the search has found are marked whole", () => {
  assert.deepEqual(placesOfWords("План планы планёрки, план", ["план"]), [
    [0, 4],
    [21, 25],
  ]);
  assert.deepEqual(placesOfWords("о банке практик", ["практик", "банке"]), [
    [2, 7],
    [8, 15],
  ]);
});
