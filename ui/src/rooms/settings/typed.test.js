import assert from "node:assert/strict";
import { test } from "node:test";

import { wholeNumber } from "../../words/numbers.js";
import { dayOfYear, dayWords, nameOf } from "./typed.js";

test("a name is read whole or with initials, spaced or not", () => {
  assert.deepEqual(nameOf(" Щербакова-Дёмина  Анастасия Владимировна "), {
    surname: "Щербакова-Дёмина",
    given: "Анастасия",
    patronymic: "Владимировна",
  });
  assert.deepEqual(nameOf("Панина Е.В."), { surname: "Панина", given: "Е.", patronymic: "В." });
  assert.deepEqual(nameOf(""), { surname: "", given: "", patronymic: "" });
});

test("a number out of bounds is refused in words", async () => {
  assert.equal(await wholeNumber(" 5 ", 1, 60), 5);
  await assert.rejects(wholeNumber("пять", 1, 60), /от 1 до 60/);
  await assert.rejects(wholeNumber("0", 1, 60), /целое число/);
});

test("a day of the year is said without a year", () => {
  assert.equal(dayWords(dayOfYear("2026-09-15")), "15\u00a0сентября");
  assert.equal(dayWords({ month: 2, day: 29 }), "29\u00a0февраля");
});
