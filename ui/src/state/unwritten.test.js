import assert from "node:assert/strict";
import { test } from "node:test";

import { longDate } from "../words/dates.js";
import { calledRecord, unwrittenText } from "./unwritten.js";

/** @param {object} fields @returns {any} */
const meeting = (fields) => ({
  kind: "meeting",
  record: {
    id: "0190163d-8694-739b-aea5-966c26f8ad91",
    topic: "Наставничество",
    date: "2026-12-01",
    mode: "in_person",
    ...fields,
  },
});

test("only the texts that the disk lacks are told, without identifiers and choices", () => {
  const kept = meeting({ guests: [{ name: "Иванова И. И." }] });
  const typed = meeting({
    date: "2026-12-02",
    mode: "remote",
    guests: [{ name: "Иванова И. И." }, { name: "Петров П. П.\nметодист" }],
    chair: "0190163d-8694-739b-aea5-966c26f8ad92",
  });
  assert.equal(unwrittenText(typed, kept), `${longDate("2026-12-02")}\nПетров П. П.\nметодист`);
  assert.equal(unwrittenText(kept, kept), "");
});

test("of a new record everything is told once", () => {
  assert.equal(
    unwrittenText(meeting({ place: "Наставничество" }), undefined),
    `Наставничество\n${longDate("2026-12-01")}`,
  );
});

test("a record is called by what a person knows it by", () => {
  assert.equal(calledRecord(meeting({})), "заседание «Наставничество»");
  assert.equal(calledRecord(meeting({ protocol: { number: 3 } })), "протокол №\u{a0}3");
  assert.equal(calledRecord(meeting({ topic: " " })), "заседание");
});
