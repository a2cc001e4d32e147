import assert from "node:assert/strict";
import { test } from "node:test";

import { sentence } from "./sentence.js";

test("a sentence ends with one full stop", () => {
  assert.equal(sentence("Удалено мероприятие: Семинар"), "Удалено мероприятие: Семинар.");
  assert.equal(
    sentence("Удалено участие в составе: Тестова Т. Т."),
    "Удалено участие в составе: Тестова Т. Т.",
  );
  assert.equal(
    sentence("Добавлено затруднение: Зачем читать?"),
    "Добавлено затруднение: Зачем читать?",
  );
  assert.equal(
    sentence("Отменено: срок, «Посещение уроков…»"),
    "Отменено: срок, «Посещение уроков…»",
  );
  assert.equal(sentence("Удалена организация: МБОУ «Школа»"), "Удалена организация: МБОУ «Школа».");
});
