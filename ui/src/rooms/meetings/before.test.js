/** @import {MeetingState} from "../../api/types/derived" */
/** @import {Meeting} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { asBefore } from "./before.js";
import { concerned } from "./papers.js";
import { emptyItem, emptyProtocol } from "../../features/meeting-parts/parts.js";
import { wayOf } from "./way.js";

/** @param {Partial<Meeting>} some @returns {Meeting} */
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

/** @param {string} text @param {Partial<import("../../api/types/records").Decision>} [some] */
const assignment = (text, some) => ({
  id: text,
  kind: /** @type {const} */ ("assignment"),
  text,
  addressee: null,
  responsible: ["p"],
  term: { form: /** @type {const} */ ("until"), date: "2026-03-01" },
  responsible_in_words: "",
  moves: [],
  mark: null,
  ...some,
});

test("who has left since neither chairs nor writes", () => {
  const before = meeting({ chair: "a", secretary: "b", venue: "Школа", mode: "remote" });
  const taken = asBefore(before, ["a"], meeting({ date: "2026-05-22", secretary: "c" }));
  assert.equal(taken.chair, "a");
  assert.equal(taken.secretary, "c");
  assert.equal(taken.venue, "Школа");
  assert.equal(taken.mode, "remote");
});

test("a meeting goes its way by its state", () => {
  const now = (/** @type {MeetingState} */ state) => wayOf(state).find((step) => step.now)?.word;
  assert.equal(now("ahead"), "предстоит");
  assert.equal(now("unmarked"), "предстоит");
  assert.equal(now("held"), "проведено");
  assert.equal(now("unsigned"), "протокол");
  assert.equal(now("signed"), "подписан");
});

test("a notice and a sheet do not look printed, since nothing tells whether they were", () => {
  const reached = wayOf("unsigned").filter((one) => one.reached);
  assert.deepEqual(
    reached.map((step) => step.word),
    ["предстоит", "проведено", "протокол"],
  );
});

test("an extract is offered for organisations that the protocol names", () => {
  const school = (/** @type {string} */ id, /** @type {string} */ name) =>
    /** @type {any} */ ({ id, name, short_name: name });
  const items = [
    { ...emptyItem("i", "О работе «Вакинской СШ»"), decisions: [] },
    {
      ...emptyItem("k"),
      decisions: [
        assignment("Передать в МБОУ «Пионерская СШ» материалы"),
        assignment("x", { addressee: "w" }),
      ],
    },
  ];
  const found = concerned(meeting({ protocol: { ...emptyProtocol(1), items } }), [
    school("v", "МБОУ «Вакинская СШ»"),
    school("p", "МБОУ «Пионерская СШ»"),
    school("w", "МБОУ «Истобниковская СШ»"),
  ]);
  assert.deepEqual(
    found.map((item) => item.id),
    ["p", "w"],
  );
});
