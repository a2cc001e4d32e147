import assert from "node:assert/strict";
import { test } from "node:test";

import { experience } from "../../words/experience.js";
import { readHours } from "../../features/courses/hours.js";
import { orderWords, readName, readYear } from "./words.js";

test("experience is counted by school years, with the right form of the word", () => {
  assert.equal(experience(2001, "2026-08-20"), "24\u00a0года");
  assert.equal(experience(2024, "2025-09-01"), "1\u00a0год");
  assert.equal(experience(2014, "2025-09-01"), "11\u00a0лет");
  assert.equal(experience(2026, "2025-09-01"), "0\u00a0лет");
  assert.equal(experience(null, "2025-09-01"), "—");
});

test("a name is read as people write it", () => {
  assert.deepEqual(readName("  Щербакова-Дёмина  Анастасия Владимировна "), {
    surname: "Щербакова-Дёмина",
    given: "Анастасия",
    patronymic: "Владимировна",
  });
  assert.equal(readName("Мамедов Али Гусейн оглы").patronymic, "Гусейн оглы");
  assert.deepEqual(readName("Ким"), { surname: "Ким", given: "", patronymic: "" });
});

test("an order is named by its number and date, or by its date alone", () => {
  const order = /** @type {any} */ ({ number: "97/1", date: "2025-08-29" });
  assert.equal(orderWords(order), "№\u00a097/1 от\u00a029.08.2025");
  assert.equal(orderWords({ ...order, number: " " }), "от\u00a029.08.2025");
});

test("years and hours are read as typed", async () => {
  assert.equal(await readYear(" 2001 г.", 2026), 2001);
  await assert.rejects(readYear("01", 2026), /четырьмя цифрами/);
  await assert.rejects(readYear("2031", 2026), /от 1940 до 2026/);
  assert.equal(await readHours("72 часа"), 72);
  await assert.rejects(readHours("много"), /число часов/);
});
