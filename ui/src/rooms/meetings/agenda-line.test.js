import assert from "node:assert/strict";
import { test } from "node:test";

import { agendaLine } from "./agenda-line.js";

const PEOPLE = [
  { id: "f", name: "Фомин\u00a0Д.\u00a0С.", full: "Фомин Денис Сергеевич" },
  { id: "a", name: "Ёлкина\u00a0Ю.\u00a0А.", full: "Ёлкина Юлия Андреевна" },
  {
    id: "guest Панина\u00a0Е.\u00a0В.",
    name: "Панина\u00a0Е.\u00a0В.",
    full: "Панина Елена Викторовна",
  },
];

/** @type {[string, string, import("../../api/types/records").Reporter[]][]} */
const LINES = [
  ["О посещении уроков. Докладчик: Фомин Д. С.", "О посещении уроков", [known("f")]],
  ["О посещении уроков (докладчик Фомин Д.С.)", "О посещении уроков", [known("f")]],
  ["Об итогах. Докладчик — Елкина Юлия Андреевна", "Об итогах", [known("a")]],
  [
    "О конкурсах. Докладчик: Панина Е. В., методист",
    "О конкурсах",
    [named("Панина\u00a0Е.\u00a0В.", "методист")],
  ],
  ["О курсах. Докладчик: Чужая Н. Н.", "О курсах", [named("Чужая Н. Н.")]],
  [
    "О курсах. Докладчики: Фомин Д. С., учитель истории, Ёлкина Ю.А. и Н. Н. Чужая",
    "О курсах",
    [{ ...known("f"), post: "учитель истории" }, known("a"), named("Н. Н. Чужая")],
  ],
  ["О курсах", "О курсах", []],
  ["Докладчик: Фомин Д. С.", "Докладчик: Фомин Д. С.", []],
  ["О выборе докладчика на конференцию", "О выборе докладчика на конференцию", []],
];
for (const [line, topic, reporters] of LINES) {
  test(`agenda: ${line}`, () => assert.deepEqual(agendaLine(line, PEOPLE), { topic, reporters }));
}

/** @param {string} person */
function known(person) {
  return { speaker: { person }, post: "" };
}

/** @param {string} name @param {string} [post] */
function named(name, post = "") {
  return { speaker: { named: name }, post };
}
