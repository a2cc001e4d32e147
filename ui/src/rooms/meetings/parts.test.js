import assert from "node:assert/strict";
import { test } from "node:test";

import { dropPlace } from "./drag.js";
import { moved } from "../../words/lists.js";
import { attendanceOf, PRESENT, withMarksBack, withoutQuestion } from "./parts.js";
import { missingPreposition, prepositionFor, withPreposition } from "./topic.js";

/** @param {string} id */
const item = (id) => ({
  id,
  topic: "",
  reporters: [],
  heard: "",
  spoke: [],
  decisions: [],
  vote: null,
});

test("a roster taken anew keeps what was marked", () => {
  const ill = { person: "a", presence: { absent: { reason: "болезнь" } } };
  assert.deepEqual(attendanceOf([ill, { person: "x", presence: PRESENT }], ["b", "a"]), [
    { person: "b", presence: PRESENT },
    ill,
  ]);
});

/** @param {string | null} came_after @param {string | null} left_before */
const partly = (came_after, left_before) => ({
  person: "p",
  presence: { present: { came_after, left_before } },
});

test("a mark never names a question that was taken out, and comes back with it", () => {
  const items = [item("a"), item("b"), item("c")];
  const without = (/** @type {ReturnType<typeof partly>} */ one, /** @type {string} */ gone) =>
    withoutQuestion([one], items, gone)[0];
  assert.deepEqual(without(partly("b", null), "b"), partly("a", null));
  assert.deepEqual(without(partly("a", null), "a"), partly(null, null));
  assert.deepEqual(without(partly(null, "b"), "b"), partly(null, "c"));
  assert.deepEqual(without(partly(null, "c"), "c"), partly(null, null));
  const other = partly("a", "c");
  assert.equal(without(other, "b"), other);

  const then = [partly("b", null)];
  const between = withoutQuestion(then, items, "b");
  assert.deepEqual(withMarksBack(between, then, between), then);
  const changed = [{ person: "p", presence: { absent: { reason: "" } } }];
  assert.deepEqual(withMarksBack(changed, then, between), changed);
});

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

test("a row let go takes the place under the mouse, long rows too", () => {
  const rows = [
    { top: 0, bottom: 40 },
    { top: 40, bottom: 1000 },
    { top: 1000, bottom: 1040 },
  ];
  assert.equal(dropPlace(rows, 0, 10), 0);
  assert.equal(dropPlace(rows, 0, 70), 0);
  assert.equal(dropPlace(rows, 0, 80), 1);
  assert.equal(dropPlace(rows, 0, 2000), 2);
  assert.equal(dropPlace(rows, 2, 990), 2);
  assert.equal(dropPlace(rows, 2, 900), 1);
  assert.equal(dropPlace(rows, 2, -50), 0);
  assert.equal(dropPlace(rows, 1, 500), 1);
});

test("a question moves within the list and keeps the others", () => {
  assert.deepEqual(moved(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b"], 0, 1), ["b", "a"]);
  const list = ["a", "b"];
  assert.equal(moved(list, 0, -1), list);
  assert.equal(moved(list, 1, 1), list);
  assert.deepEqual(moved(["a", "b", "c", "d"], 3, -3), ["d", "a", "b", "c"]);
});
