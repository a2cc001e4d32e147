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

/** @type {[string, string, import("../../api/types/records").Speaker | null][]} */
const LINES = [
  ["О посещении уроков. Докладчик: Фомин Д. С.", "О посещении уроков", { person: "f" }],
  ["О посещении уроков (докладчик Фомин Д.С.)", "О посещении уроков", { person: "f" }],
  ["Об итогах. Докладчик — Елкина Юлия Андреевна", "Об итогах", { person: "a" }],
  [
    "О конкурсах. Докладчик: Панина Е. В., методист",
    "О конкурсах",
    { named: "Панина\u00a0Е.\u00a0В." },
  ],
  ["О курсах. Докладчик: Чужая Н. Н.", "О курсах", { named: "Чужая Н. Н." }],
  ["О курсах", "О курсах", null],
  ["Докладчик: Фомин Д. С.", "Докладчик: Фомин Д. С.", null],
  ["О выборе докладчика на конференцию", "О выборе докладчика на конференцию", null],
];
for (const [line, topic, reporter] of LINES) {
  test(`agenda: ${line}`, () => assert.deepEqual(agendaLine(line, PEOPLE), { topic, reporter }));
}
