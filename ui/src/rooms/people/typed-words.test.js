import assert from "node:assert/strict";
import { test } from "node:test";

import { RECENT, readKept, typedWords } from "./typed-words.js";

test("the words for everybody reach all who need a course, and give way to the own ones", () => {
  const rows = [
    { key: "a", name: "Ларина", under: "курсы давно" },
    { key: "b", name: "Жарова", under: "о курсах нет сведений" },
    { key: "c", name: "Гришин", under: RECENT },
  ];
  const kept = {
    ...readKept(null),
    to_name: "Т. А. Воронцовой",
    common: { topic: "Оценивание", form: "очно", hours: " " },
    rows: { b: { topic: "Смысловое чтение", form: "" }, gone: { topic: "x" } },
  };
  assert.deepEqual(typedWords(kept, rows), {
    to_post: null,
    to_name: "Т. А. Воронцовой",
    rows: {
      a: { topic: "Оценивание", form: "очно" },
      b: { topic: "Смысловое чтение", form: "очно" },
      c: {},
    },
  });
});

test("what an older program kept, or nobody can read, is no fault", () => {
  assert.deepEqual(readKept('{"to_post":"Начальнику"}').rows, {});
  assert.equal(readKept("{").to_post, null);
  assert.equal(readKept("null").to_post, null);
});
