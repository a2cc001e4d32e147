import assert from "node:assert/strict";
import { test } from "node:test";

import { missingPreposition, prepositionFor, withPreposition } from "./topic.js";

test("«О» or «Об» is chosen by the next sound", () => {
  for (const [words, preposition] of [
    ["итогах года", "Об"],
    ["плане работы", "О"],
    ["еде в школе", "О"],
    ["юбилее школы", "О"],
    ["Этапах", "Об"],
    ["«Уроке будущего»", "Об"],
    ["ФГОС ООО", "О"],
    ["ИОМ педагогов", "Об"],
    ["МО учителей", "Об"],
    ["РИМК", "О"],
    ["11 классе", "Об"],
    ["12 классе", "О"],
  ]) {
    assert.equal(prepositionFor(String(words)), preposition, words);
  }
});

test("a preposition is offered to a topic without one, once its first word is written", () => {
  assert.equal(missingPreposition(""), null);
  assert.equal(missingPreposition("Ито"), null);
  assert.equal(missingPreposition("Итоги года"), "Об");
  assert.equal(missingPreposition("Плане работы"), "О");
  assert.equal(missingPreposition("Обсуждении плана"), "Об");
  for (const topic of ["О плане", "об итогах года", "По вопросу о плане", "Разное "])
    assert.equal(missingPreposition(topic), null, topic);
  assert.equal(withPreposition("Итогах года"), "Об итогах года");
  assert.equal(withPreposition("ФГОС ООО"), "О ФГОС ООО");
  assert.equal(withPreposition("О плане"), "О плане");
});
