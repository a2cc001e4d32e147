/** @import {Meeting} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { decisionsOf } from "../../features/assignments/assignments.js";
import { asBefore, meetingBefore, unfinishedWords } from "./before.js";
import { concerned } from "./papers.js";
import { emptyItem, emptyProtocol } from "./parts.js";
import { wayOf } from "./way.js";

/** @param {Partial<Meeting>} some @returns {Meeting} */
const meeting = (some) => ({
  id: "m",
  community: "c",
  school_year: 2025,
  date: "2026-01-16",
  last_day: null,
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
  guests: [],
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
  moves: [],
  mark: null,
  ...some,
});

test("the meeting before is the last one held by the same community", () => {
  const now = meeting({ id: "z", date: "2026-05-22" });
  const all = [
    now,
    meeting({ id: "a", date: "2025-09-05" }),
    meeting({ id: "b" }),
    meeting({ id: "d", date: "2026-04-01", status: "cancelled" }),
    meeting({ id: "e", date: "2026-05-01", community: "other" }),
    meeting({ id: "f", date: "2026-06-01" }),
  ];
  assert.equal(meetingBefore(all, now)?.id, "b");
  assert.equal(meetingBefore([now], now), null);
});

test("who has left since neither chairs nor writes", () => {
  const before = meeting({ chair: "a", secretary: "b", venue: "Школа", mode: "remote" });
  const member = (/** @type {string} */ person, /** @type {string | null} */ to) => ({
    id: person,
    community: "c",
    person,
    from: "2025-09-01",
    to,
    joined_by: null,
    left_by: null,
    place: 0,
    roles: [],
  });
  const taken = asBefore(
    before,
    [member("a", null), member("b", "2026-02-01")],
    meeting({ date: "2026-05-22", secretary: "c" }),
  );
  assert.equal(taken.chair, "a");
  assert.equal(taken.secretary, "c");
  assert.equal(taken.venue, "Школа");
  assert.equal(taken.mode, "remote");
});

test("open assignments are read out with protocol, point, person and term, and nothing is added", () => {
  const items = [
    { ...emptyItem("i"), decisions: [assignment("Описать приёмы."), assignment("Собрать анкеты")] },
  ];
  const done = { state: /** @type {const} */ ("done"), date: "2026-02-01", result: "", reason: "" };
  items[0]?.decisions.push(assignment("Сделано", { mark: done }));
  const before = meeting({ protocol: { ...emptyProtocol(2), items } });
  const open = decisionsOf([before], "2026-05-22").filter((one) => one.open);
  assert.equal(
    unfinishedWords(open, () => "Ларина С. Ю.").replaceAll("\u00a0", " "),
    "о ходе выполнения решений прошлых заседаний. Не отмечены как выполненные:\n" +
      "протокол № 2 от 16 января 2026 г., п. 1.1: Описать приёмы " +
      "(ответственный — Ларина С. Ю., срок — до 1 марта 2026 г.);\n" +
      "протокол № 2 от 16 января 2026 г., п. 1.2: Собрать анкеты " +
      "(ответственный — Ларина С. Ю., срок — до 1 марта 2026 г.).",
  );
});

test("a meeting goes its way by what is recorded of it", () => {
  const now = (/** @type {Meeting} */ one) =>
    wayOf(one, "2026-01-20").find((step) => step.now)?.word;
  const written = { ...emptyProtocol(2), items: [emptyItem("i")] };
  assert.equal(now(meeting({ status: "planned" })), "предстоит");
  assert.equal(now(meeting({ date: "2026-05-22" })), "предстоит");
  assert.equal(now(meeting({ protocol: emptyProtocol(2) })), "проведено");
  assert.equal(now(meeting({ protocol: written })), "протокол");
});

test("a notice and a sheet do not look printed, since nothing tells whether they were", () => {
  const written = { ...emptyProtocol(2), items: [emptyItem("i")] };
  const reached = wayOf(meeting({ protocol: written }), "2026-01-20").filter((one) => one.reached);
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
    found.map((one) => one.id),
    ["p", "w"],
  );
});
