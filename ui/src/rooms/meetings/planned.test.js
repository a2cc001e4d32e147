/** @import {Meeting, PlannedMeeting} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { emptyItem, emptyProtocol } from "../../features/meeting-parts/parts.js";
import { broughtBy, broughtWords, formOf, reportersOf } from "./planned.js";

/** @param {Partial<Meeting>} [some] @returns {Meeting} */
const meeting = (some) => ({
  id: "m",
  community: "c",
  school_year: 2025,
  date: "2026-01-16",
  last_day: null,
  begins: null,
  ends: null,
  status: "held",
  topic: "",
  place: "",
  venue: "",
  mode: null,
  mode_note: "",
  planned: null,
  chair: null,
  secretary: null,
  attendance: [],
  present_count: null,
  members_count: null,
  guests: [],
  guests_in_words: "",
  protocol: null,
  ...some,
});

/** @param {string} text @param {string[]} [speakers] @param {string} [speakers_in_words] */
const question = (text, speakers = [], speakers_in_words = "") => ({
  text,
  speakers,
  speakers_in_words,
});

const FIRST = question("О затруднениях", ["p"], "методист РИМК");
const SECOND = question("О посещении уроков", [], "методист РИМК");

/** @type {PlannedMeeting} */
const ROW = {
  id: "r",
  topic: "Затруднения",
  questions: [FIRST, question(""), SECOND],
  form: "очно, семинар-заседание",
  term: { form: "months", months: ["2026-01"] },
  time: "",
  venue: "МБОУ «Батуринская СШ»",
  responsible: [],
  responsible_in_words: "",
  expected: "",
};

test("an empty protocol gets topic, place, form and questions of the plan", () => {
  const brought = broughtBy(ROW, meeting());
  assert.deepEqual(brought, {
    fields: {
      topic: "Затруднения",
      venue: "МБОУ «Батуринская СШ»",
      mode: "in_person",
      mode_note: "семинар-заседание",
    },
    questions: [FIRST, SECOND],
  });
  assert.equal(broughtWords(brought).replaceAll("\u00a0", " "), "тема, место, форма, 2 вопроса");
});

test("a question has the reporters that the plan names", () => {
  const methodist = { speaker: { named: "методист РИМК" }, post: "" };
  assert.deepEqual(reportersOf(FIRST), [{ speaker: { person: "p" }, post: "" }, methodist]);
  assert.deepEqual(reportersOf(SECOND), [methodist]);
  assert.deepEqual(reportersOf(question("Разное")), []);
});

test("what is written already is never written over", () => {
  const items = [emptyItem("i", "О своём")];
  const written = meeting({
    topic: "Своя тема",
    venue: "Школа",
    mode: "remote",
    protocol: { ...emptyProtocol(1), items },
  });
  assert.deepEqual(broughtBy(ROW, written), { fields: {}, questions: [] });
  const blank = meeting({ protocol: { ...emptyProtocol(1), items: [emptyItem("i")] } });
  assert.equal(broughtBy(ROW, blank).questions.length, 2);
});

/** @type {[string, Meeting["mode"], string][]} */
const FORMS = [
  ["очно", "in_person", ""],
  ["Дистанционно, с видеосвязью", "remote", "с видеосвязью"],
  ["семинар-заседание", null, "семинар-заседание"],
  ["смешанная форма", "mixed", ""],
  ["семинар, очно", "in_person", "семинар"],
];
for (const [form, mode, mode_note] of FORMS) {
  test(`the form «${form}»`, () => assert.deepEqual(formOf(form), { mode, mode_note }));
}
