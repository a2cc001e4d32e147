import assert from "node:assert/strict";
import { test } from "node:test";

import { TRIGGERS, mended } from "./typography.js";

/**
 * Types a text sign by sign, as a person does, before what stands behind the caret.
 *
 * @param {string} keys
 * @param {string} [before]
 * @param {string} [after]
 */
function typed(keys, before = "", after = "") {
  let text = before;
  for (const key of keys) {
    text += key;
    const change = TRIGGERS.includes(key) ? mended(text, after) : null;
    if (change) text = text.slice(0, -change.back) + change.put;
  }
  return text + after;
}

/** @type {[string, string][]} */
const cases = [
  ['программа "Чтение"', "программа «Чтение»"],
  ['"Чтение" и "Письмо"', "«Чтение» и «Письмо»"],
  ['МБОУ "СШ № 3"', "МБОУ «СШ № 3»"],
  ['ППС "Школа "Росток" и мы"', "ППС «Школа „Росток“ и мы»"],
  ['("Чтение")', "(«Чтение»)"],
  ['сказала: "Да!"', "сказала: «Да!»"],
  ['5 "А" класс', "5 «А» класс"],
  ['в классе "5"', "в классе «5»"],
  ['экран 19"', 'экран 19"'],
  ['экраны 19" и 24"', 'экраны 19" и 24"'],
  ['«экран 19"', "«экран 19»"],
  ['первая "строка\nвторая "строка"', "первая «строка\nвторая «строка»"],
  ["обучение - процесс", "обучение — процесс"],
  ["обучение -- процесс", "обучение — процесс"],
  ["обучение--процесс", "обучение—процесс"],
  ["ноябрь - март", "ноябрь — март"],
  ["- первый пункт", "- первый пункт"],
  ["5-6 класс", "5-6 класс"],
  ["2025-2026 учебный год", "2025-2026 учебный год"],
  ["кто-то, где-нибудь", "кто-то, где-нибудь"],
  ["Щербакова-Дёмина А. В.", "Щербакова-Дёмина А. В."],
  ["учебно-методический", "учебно-методический"],
  ["и так далее...", "и так далее…"],
  ["и так далее....", "и так далее…."],
  ["Как?.. Так!..", "Как?.. Так!.."],
  ["А.В. и др.", "А.В. и др."],
  ["1.2.3", "1.2.3"],
  ["№ 39-1", "№ 39-1"],
  ["---", "—-"],
  ["it's", "it's"],
];

for (const [keys, expected] of cases) {
  test(`typed: ${keys.replace("\n", " ⏎ ")}`, () => {
    assert.equal(typed(keys), expected);
  });
}

test("quotes put around a word that is there already", () => {
  assert.equal(typed('"', "программа ", "Чтение"), "программа «Чтение");
  assert.equal(typed('"', "программа «Чтение", " и письмо"), "программа «Чтение» и письмо");
  // The closing one first.
  assert.equal(typed('"', "программа Чтение", ""), "программа Чтение»");
});

test("a hyphen put between two spaces becomes a dash", () => {
  assert.equal(typed("-", "обучение ", " процесс"), "обучение — процесс");
});

test("straight quotes that were there before are answered by straight ones", () => {
  assert.equal(typed('"', 'print("а', ")"), 'print("а")');
});

test("nothing is mended away: only what was just typed changes", () => {
  for (const [keys] of cases) {
    const letters = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]/gu, "");
    assert.equal(letters(typed(keys)), letters(keys));
  }
});
