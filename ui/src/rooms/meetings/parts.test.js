/** @import {Meeting} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { dropPlace } from "./drag.js";
import {
  attendanceOf,
  emptyProtocol,
  leftBeforeComing,
  membersOn,
  missedBy,
  moved,
  nextNumber,
  PRESENT,
  standing,
  voteFault,
  votersOf,
  withinYear,
  withMarksBack,
  withoutQuestion,
  withRole,
} from "./parts.js";
import { missingPreposition, prepositionFor, withPreposition } from "./topic.js";

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

/** @param {string} id */
const item = (id) => ({
  id,
  topic: "",
  reporter: null,
  heard: "",
  spoke: [],
  decisions: [],
  vote: null,
});

/** @param {string} person @param {Partial<import("../../api/types/records").Membership>} some */
const member = (person, some = {}) => ({
  id: `of-${person}`,
  community: "c",
  person,
  from: "2025-09-01",
  to: null,
  joined_by: null,
  left_by: null,
  place: 0,
  roles: [],
  ...some,
});

test("numbers go on within the school year", () => {
  const numbered = (/** @type {number} */ year, /** @type {number} */ number) =>
    meeting({ school_year: year, protocol: emptyProtocol(number) });
  const all = [numbered(2025, 1), numbered(2025, 4), numbered(2024, 9), meeting({})];
  assert.equal(nextNumber(all, 2025), 5);
  assert.equal(nextNumber(all, 2026), 1);
});

test("a meeting says how it stands", () => {
  const on = "2026-01-20";
  const written = { ...emptyProtocol(2), items: [item("a")] };
  assert.equal(standing(meeting({ status: "planned" }), on).word, "впереди");
  assert.equal(standing(meeting({ date: "2026-05-15" }), on).word, "впереди");
  assert.equal(standing(meeting({ status: "cancelled" }), on).word, "отменено");
  assert.equal(standing(meeting({}), on).word, "проведено");
  assert.equal(standing(meeting({ protocol: written }), on).word, "не подписан");
  const signed = { ...written, signed: { date: on, paper: null } };
  assert.equal(standing(meeting({ protocol: signed }), on).word, "подписан");
});

test("the roster of a day knows who has joined, who has left and who leads", () => {
  const all = [
    member("c", { place: 3 }),
    member("a", {
      place: 1,
      roles: [
        { role: "leader", from: null, to: "2025-12-31" },
        { role: "secretary", from: "2026-01-01", to: null },
      ],
    }),
    member("b", { place: 2, to: "2026-01-15" }),
  ];
  const ids = (/** @type {string} */ on) => membersOn(all, on).map((one) => one.person);
  assert.deepEqual(ids("2026-01-15"), ["a", "b", "c"]);
  assert.deepEqual(ids("2026-01-16"), ["a", "c"]);
  assert.deepEqual(ids("2025-08-31"), []);
  assert.equal(withRole(all, "leader", "2025-12-31"), "a");
  assert.equal(withRole(all, "leader", "2026-01-16"), null);
  assert.equal(withRole(all, "secretary", "2026-01-16"), "a");
});

test("a roster taken anew keeps what was marked", () => {
  const ill = { person: "a", presence: { absent: { reason: "болезнь" } } };
  assert.deepEqual(attendanceOf([ill, { person: "x", presence: PRESENT }], ["b", "a"]), [
    { person: "b", presence: PRESENT },
    ill,
  ]);
});

test("who came late or left early does not vote on what was missed", () => {
  const came = { present: { came_after: "a", left_before: null } };
  const left = { present: { came_after: null, left_before: "b" } };
  const one = meeting({
    protocol: { ...emptyProtocol(1), items: [item("a"), item("b")] },
    attendance: [
      { person: "p", presence: PRESENT },
      { person: "q", presence: came },
      { person: "r", presence: left },
      { person: "s", presence: { absent: { reason: "" } } },
    ],
  });
  assert.equal(votersOf(one, 0), 2);
  assert.equal(votersOf(one, 1), 2);
  assert.deepEqual(missedBy(one, 0), ["q"]);
  assert.deepEqual(missedBy(one, 1), ["r"]);
});

test("somebody entered twice has one vote", () => {
  const twice = { person: "p", presence: PRESENT };
  assert.equal(votersOf(meeting({ attendance: [twice, twice] }), 0), 1);
});

/** @param {string | null} came_after @param {string | null} left_before */
const partly = (came_after, left_before) => ({
  person: "p",
  presence: { present: { came_after, left_before } },
});

test("a mark never names a question that was taken out, and comes back with it", () => {
  const items = [item("a"), item("b"), item("c")];
  const without = (/** @type {ReturnType<typeof partly>} */ one, /** @type {string} */ gone) =>
    withoutQuestion([one], items, gone)[0];
  assert.deepEqual(without(partly("b", null), "b"), partly("a", null));
  assert.deepEqual(without(partly("a", null), "a"), partly(null, null));
  assert.deepEqual(without(partly(null, "b"), "b"), partly(null, "c"));
  assert.deepEqual(without(partly(null, "c"), "c"), partly(null, null));
  const other = partly("a", "c");
  assert.equal(without(other, "b"), other);

  const then = [partly("b", null)];
  const between = withoutQuestion(then, items, "b");
  assert.deepEqual(withMarksBack(between, then, between), then);
  const changed = [{ person: "p", presence: { absent: { reason: "" } } }];
  assert.deepEqual(withMarksBack(changed, then, between), changed);
});

test("nobody leaves before coming", () => {
  const items = [item("a"), item("b"), item("c")];
  assert.ok(leftBeforeComing(partly("b", "b").presence, items));
  assert.ok(leftBeforeComing(partly("c", "a").presence, items));
  assert.ok(!leftBeforeComing(partly("a", "c").presence, items));
  assert.ok(!leftBeforeComing(partly("a", null).presence, items));
  assert.ok(!leftBeforeComing(partly(null, "a").presence, items));
});

test("«О» or «Об» is chosen by the next sound", () => {
  for (const [words, preposition] of [
    ["итогах года", "Об"],
    ["плане работы", "О"],
    ["еде в школе", "О"],
    ["юбилее школы", "О"],
    ["Этапах", "Об"],
    ["«Уроке будущего»", "Об"],
    ["ФГОС ООО", "О"],
    ["ИОМ педагогов", "Об"],
    ["МО учителей", "Об"],
    ["РИМК", "О"],
    ["11 классе", "Об"],
    ["12 классе", "О"],
  ]) {
    assert.equal(prepositionFor(String(words)), preposition, words);
  }
});

test("a preposition is offered to a topic without one, once its first word is written", () => {
  assert.equal(missingPreposition(""), null);
  assert.equal(missingPreposition("Ито"), null);
  assert.equal(missingPreposition("Итоги года"), "Об");
  assert.equal(missingPreposition("Плане работы"), "О");
  assert.equal(missingPreposition("Обсуждении плана"), "Об");
  for (const topic of ["О плане", "об итогах года", "По вопросу о плане", "Разное "])
    assert.equal(missingPreposition(topic), null, topic);
  assert.equal(withPreposition("Итогах года"), "Об итогах года");
  assert.equal(withPreposition("ФГОС ООО"), "О ФГОС ООО");
  assert.equal(withPreposition("О плане"), "О плане");
});

test("a row let go takes the place under the mouse, long rows too", () => {
  const rows = [
    { top: 0, bottom: 40 },
    { top: 40, bottom: 1000 },
    { top: 1000, bottom: 1040 },
  ];
  assert.equal(dropPlace(rows, 0, 10), 0);
  assert.equal(dropPlace(rows, 0, 70), 0);
  assert.equal(dropPlace(rows, 0, 80), 1);
  assert.equal(dropPlace(rows, 0, 2000), 2);
  assert.equal(dropPlace(rows, 2, 990), 2);
  assert.equal(dropPlace(rows, 2, 900), 1);
  assert.equal(dropPlace(rows, 2, -50), 0);
  assert.equal(dropPlace(rows, 1, 500), 1);
});

test("a counted vote is compared with those who could vote", () => {
  const counted = { counted: { for: 7, against: 0, abstained: 1 } };
  assert.equal(voteFault(counted, 9), "Голосов 8, а голосовать могли 9: не хватает 1.");
  assert.equal(voteFault(counted, 6), "Голосов 8, а голосовать могли 6: на 2 больше.");
  assert.equal(voteFault(counted, 8), "");
  assert.equal(voteFault(counted, 0), "");
  assert.equal(voteFault("unanimous", 9), "");
  assert.equal(voteFault(null, 9), "");
});

test("a question moves within the list and keeps the others", () => {
  assert.deepEqual(moved(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b"], 0, 1), ["b", "a"]);
  const list = ["a", "b"];
  assert.equal(moved(list, 0, -1), list);
  assert.equal(moved(list, 1, 1), list);
  assert.deepEqual(moved(["a", "b", "c", "d"], 3, -3), ["d", "a", "b", "c"]);
});

test("August belongs to two school years", () => {
  assert.ok(withinYear("2025-08-29", 2025));
  assert.ok(withinYear("2026-08-31", 2025));
  assert.ok(!withinYear("2026-09-01", 2025));
});
