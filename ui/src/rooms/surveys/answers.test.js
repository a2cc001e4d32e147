/** @import {AnswerSheet, Questionnaire} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  answered,
  answersText,
  freeNumber,
  heat,
  markIn,
  meaningOf,
  nextNumber,
  readAnswers,
  rowsOf,
} from "./answers.js";

/** @type {Questionnaire} */
const questionnaire = {
  id: "q",
  community: "c",
  title: "Анкета",
  note: "",
  share_asked: true,
  issued: 9,
  areas: [
    {
      number: 4,
      title: "Урок",
      statements: [
        { number: 1, text: "Цель урока" },
        { number: 7, text: " " },
        { number: 2, text: "Рефлексия" },
      ],
    },
    { number: 5, title: "Пустая", statements: [] },
  ],
};

/** @type {AnswerSheet} */
const sheet = {
  id: "s",
  community: "c",
  survey: "v",
  number: 3,
  person: null,
  organisation: null,
  answers: "1:2",
  ready: [],
  batch: null,
};

test("a sheet has a row for each statement and one for each area that has any", () => {
  assert.deepEqual(
    rowsOf(questionnaire).map(({ is, number }) => `${is} ${number}`),
    ["statement 1", "statement 2", "ready 4"],
  );
  assert.equal(rowsOf({ ...questionnaire, share_asked: false }).length, 2);
});

test("answers are one short text by number", () => {
  assert.equal(answersText(readAnswers("10:3 2:0")), "2:0 10:3");
  assert.equal(answersText(readAnswers("")), "");
});

test("a row is answered, answered anew and emptied", () => {
  const [first, second, ready] = rowsOf(questionnaire);
  assert.ok(first && second && ready);
  const filled = answered(answered(sheet, second, 3), ready, 1);
  assert.equal(filled.answers, "1:2 2:3");
  assert.deepEqual(filled.ready, [4]);
  assert.equal(markIn(filled, ready), 1);
  assert.equal(answered(filled, first, null).answers, "2:3");
  assert.deepEqual(answered(filled, ready, 0).ready, []);
});

test("keys are known by their place, on the numpad too", () => {
  assert.deepEqual(meaningOf("Digit3", "statement"), { mark: 3, step: 1 });
  assert.deepEqual(meaningOf("Numpad0", "statement"), { mark: 0, step: 1 });
  assert.equal(meaningOf("Digit4", "statement"), null);
  assert.equal(meaningOf("Digit2", "ready"), null);
  assert.deepEqual(meaningOf("Backspace", "ready"), { step: -1 });
  assert.equal(meaningOf("KeyA", "statement"), null);
});

test("numbers are never given twice", () => {
  assert.equal(freeNumber(questionnaire), 10);
  assert.equal(nextNumber([sheet, { ...sheet, number: 1 }]), 4);
  assert.equal(nextNumber([]), 1);
});

test("a cell is the darker the greater its share", () => {
  assert.deepEqual(
    [0, 1, 5, 8, 10].map((part) => heat({ part, whole: 10 })),
    [0, 1, 2, 4, 4],
  );
  assert.equal(heat({ part: 0, whole: 0 }), 0);
});
