import assert from "node:assert/strict";
import { test } from "node:test";

import { linesOf, pointsOf, tableAsLines } from "./points.js";

/** @type {[string, string, string[] | null][]} */
const LISTS = [
  [
    "numbers with full stops",
    "1. Изучить опыт.\n2. Провести срез.",
    ["Изучить опыт.", "Провести срез."],
  ],
  [
    "numbers with brackets",
    "1) изучить опыт;\n2) провести срез.",
    ["изучить опыт;", "провести срез."],
  ],
  ["no space after the number", "1.Изучить\n2.Провести", ["Изучить", "Провести"]],
  ["as Word copies them, with tabs", "1.\tИзучить\r\n2.\tПровести\r\n", ["Изучить", "Провести"]],
  [
    "numbers of a protocol",
    "1.1. Изучить\n1.2. Провести\n2.1. Сдать",
    ["Изучить", "Провести", "Сдать"],
  ],
  [
    "numbers of a protocol without the last stop",
    "1.1 Изучить\n1.2 Провести",
    ["Изучить", "Провести"],
  ],
  ["dashes", "– изучить опыт;\n– провести срез", ["изучить опыт;", "провести срез"]],
  ["hyphens", "- изучить\n- провести", ["изучить", "провести"]],
  ["bullets", "• Изучить\n• Провести", ["Изучить", "Провести"]],
  ["bullets of Word", "\uf0b7\tИзучить\n\uf0b7\tПровести", ["Изучить", "Провести"]],
  ["letters", "а) изучить;\nб) провести", ["изучить;", "провести"]],
  ["Latin letters", "a) изучить;\nb) провести", ["изучить;", "провести"]],
  ["letters without «ё» and «й»", "д) пять\n е) шесть", null],
  [
    "a wrapped line",
    "1. Изучить опыт работы\nшкол района.\n2. Провести срез.",
    ["Изучить опыт работы школ района.", "Провести срез."],
  ],
  [
    "a word that was broken",
    "1. Изучить опыт взаимо-\nпосещения.\n2. Провести срез.",
    ["Изучить опыт взаимопосещения.", "Провести срез."],
  ],
  [
    "a wrapped line that begins with a number",
    "1. Сдать справки до\n15 мая.\n2. Провести срез.",
    ["Сдать справки до 15 мая.", "Провести срез."],
  ],
  ["empty lines between", "1. Изучить\n\n2. Провести\n", ["Изучить", "Провести"]],
  [
    "a list within a point",
    "1. Рекомендовать:\nа) изучить;\nб) провести.\n2. Сдать.",
    ["Рекомендовать:\nа) изучить;\nб) провести.", "Сдать."],
  ],
  [
    "a second sentence of a point",
    "1. Изучить опыт.\nСправку сдать.\n2. Провести срез.",
    ["Изучить опыт.\nСправку сдать.", "Провести срез."],
  ],
  ["a number that is missing", "1. Один\n2. Два\n4. Четыре", ["Один", "Два", "Четыре"]],
  [
    "eleven points",
    [...Array(11).keys()].map((n) => `${n + 1}. п`).join("\n"),
    Array(11).fill("п"),
  ],
  [
    "all in one line",
    "1. Изучить опыт. 2. Провести срез. 3. Сдать.",
    ["Изучить опыт.", "Провести срез.", "Сдать."],
  ],
  ["a head of the protocol", "РЕШИЛИ:\n1. Изучить\n2. Провести", ["Изучить", "Провести"]],
  [
    "words over the list",
    "Рассмотреть на заседании:\n1. Один\n2. Два",
    ["Рассмотреть на заседании:", "Один", "Два"],
  ],

  ["one point is no list", "1. Изучить опыт.", null],
  ["one paragraph", "Изучить опыт и провести срез.", null],
  ["paragraphs", "Изучить опыт.\nПровести срез.", null],
  ["dates", "1.09.2026 — первое заседание\n2.09.2026 — второе", null],
  ["dates without a year", "1.09 состоится заседание\n2.09 состоится второе", null],
  ["dates in words", "1 сентября — первое\n2 сентября — второе", null],
  ["times", "10.30 начало\n11.45 перерыв", null],
  ["initials", "А. С. Пушкин\nБ. Л. Пастернак", null],
  ["decimals", "1,5 ставки\n2,5 ставки", null],
  ["years", "2025. Начало\n2026. Конец", null],
  ["numbers out of order", "7. Семь\n3. Три", null],
  ["a date within a line", "1. Провести 2.09.2026 срез и 3.10. отчёт", null],
  ["nothing", "", null],
];

for (const [name, text, points] of LISTS) {
  test(`points: ${name}`, () => assert.deepEqual(pointsOf(text), points));
}

test("lines without marks may be points where each begins like a sentence", () => {
  assert.deepEqual(linesOf("Изучить опыт\n\nПровести срез"), ["Изучить опыт", "Провести срез"]);
  assert.equal(linesOf("Изучить опыт\nшкол района"), null);
  assert.equal(linesOf("Изучить опыт"), null);
});

test("a table becomes lines whose columns can be told apart", () => {
  assert.equal(
    tableAsLines("Школа\tВсего\tНизкий\r\nСШ № 1\t54\t12\r\n"),
    "Школа\u00a0— Всего\u00a0— Низкий\nСШ № 1\u00a0— 54\u00a0— 12",
  );
  assert.equal(tableAsLines("СШ № 1\t\t12"), "СШ № 1\u00a0— 12");
  assert.equal(tableAsLines("1.\tИзучить\n2.\tПровести"), null);
  assert.equal(tableAsLines("\tАбзац с отступом"), null);
  assert.equal(tableAsLines("Просто текст\nв две строки"), null);
});
