/** @import {Activity, Plan, Submission} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { byMonth } from "./choosing.js";
import { NOTHING, reaching, seenOf, toggled } from "./picking.js";
import { nextOf, reachedOf, remarksOf, stepsOf } from "./steps.js";
import { datesOf, dayInRow, movedTerm, termInRow, withTerm } from "./terms.js";

/** @param {Partial<Plan>} what */
const plan = (what) =>
  /** @type {Plan} */ ({
    community: "c",
    school_year: 2025,
    preliminary: false,
    adopted: null,
    approved: null,
    ...what,
  });

/** @param {Partial<Submission>} what */
const given = (what) =>
  /** @type {Submission} */ ({
    id: "s",
    community: "c",
    school_year: 2025,
    date: "2025-09-08",
    incoming: "14",
    papers: ["plan"],
    note: "",
    returned: null,
    ...what,
  });

/** @param {Partial<Activity>} what */
const row = (what) =>
  /** @type {Activity} */ ({
    id: "a",
    direction: "3.1.1",
    place: 0,
    term: null,
    moves: [],
    ...what,
  });

/** @param {string[]} months */
const months = (...months) => ({ form: /** @type {const} */ ("months"), months });

const LAST_DAYS = {
  plan_approved_by: { month: 9, day: 20 },
  report_handed_over_by: { month: 8, day: 25 },
};

test("the last days are those of the settings", () => {
  const said = stepsOf(plan({}), [], LAST_DAYS).map((one) => one.said.replaceAll("\u00a0", " "));
  assert.equal(said.at(-1), "до 20 сентября, п. 4.7");
  const early = stepsOf(plan({ preliminary: true }), [], LAST_DAYS);
  assert.equal(early[1]?.said.replaceAll("\u00a0", " "), "не позднее 25 августа");
});

test("adoption may be skipped, and what is next follows what is done", () => {
  assert.equal(nextOf(plan({}), [])?.step, "adopted");
  const handed = [given({})];
  assert.equal(nextOf(plan({}), handed)?.step, "approved");
  assert.equal(
    stepsOf(plan({}), handed, LAST_DAYS).find((one) => one.id === "adopted")?.status,
    "off",
  );
  assert.equal(reachedOf(stepsOf(plan({}), handed, LAST_DAYS)).id, "handed");
  const approved = plan({ approved: { date: "2025-09-12", form: "by_head", number: "" } });
  assert.equal(nextOf(approved, handed), null);
});

test("a plan that came back with remarks is given again, and both times stay", () => {
  const returned = given({ returned: { date: null, remarks: "уточнить сроки" } });
  assert.equal(remarksOf(returned), "уточнить сроки");
  assert.equal(remarksOf(given({ note: "взяла Рябова" })), null);
  assert.equal(remarksOf(given({ returned: { date: null, remarks: "" } })), "");
  assert.equal(nextOf(plan({}), [returned])?.step, "returned");
  const again = given({ id: "t", date: "2025-09-11" });
  assert.equal(nextOf(plan({}), [returned, again])?.step, "approved");
});

test("a preliminary plan goes with the report of the year before", () => {
  const early = plan({ school_year: 2026, preliminary: true });
  const handed = given({ papers: ["report", "preliminary_plan"] });
  const steps = stepsOf(early, [handed], LAST_DAYS);
  assert.deepEqual(steps.map((one) => [one.id, one.status]).slice(0, 3), [
    ["preliminary", "done"],
    ["handed", "done"],
    ["draft", "later"],
  ]);
});

test("before approval a term changes; afterwards it is transferred with a reason", () => {
  const how = { approved: false, reason: "", on: "2025-10-01" };
  const october = row({ term: months("2025-10") });
  assert.deepEqual(withTerm(october, months("2025-11"), how), { term: months("2025-11") });
  const move = { to: months("2025-11"), reason: "карантин", date: "2025-10-01" };
  const approved = { ...how, approved: true, reason: "карантин" };
  assert.deepEqual(withTerm(october, months("2025-11"), approved), { moves: [move] });
  assert.deepEqual(withTerm(october, months("2025-10"), approved), {});
});

test("a transfer of today without a reason is corrected, not doubled", () => {
  const fresh = { to: months("2025-11"), reason: "", date: "2025-10-01" };
  const moved = row({ term: months("2025-10"), moves: [fresh] });
  const how = { approved: true, reason: "", on: "2025-10-01" };
  assert.equal(withTerm(moved, months("2025-12"), how).moves?.length, 1);
  assert.deepEqual(withTerm(moved, months("2025-10"), how), { moves: [] });
});

test("a row goes to another month as far as its term allows", () => {
  const day = { form: /** @type {const} */ ("until"), date: "2025-10-31" };
  assert.deepEqual(movedTerm(day, "2025-10", "2026-02", 2025), { ...day, date: "2026-02-28" });
  assert.deepEqual(
    movedTerm(months("2025-09", "2026-01"), "2026-01", "2025-12", 2025),
    months("2025-09", "2025-12"),
  );
  const span = { form: /** @type {const} */ ("span"), from: "2025-11", to: "2026-01" };
  assert.deepEqual(movedTerm(span, "2025-12", "2026-01", 2025), {
    form: "span",
    from: "2025-12",
    to: "2026-02",
  });
  assert.equal(movedTerm({ form: "monthly" }, "2025-10", "2025-11", 2025), null);
  assert.deepEqual(movedTerm(null, "", "2025-11", 2025), months("2025-11"));
});

test("a row of several months stands in each, and one without a month comes last", () => {
  const line = (/** @type {Activity} */ activity) => ({
    activity,
    people: [],
    organisations: [],
    words: "",
    standing: "",
  });
  const groups = byMonth(
    [line(row({ term: months("2025-09", "2026-01") })), line(row({ id: "b" }))],
    2025,
  );
  const filled = groups.filter((one) => one.lines.length > 0).map((one) => one.id);
  assert.deepEqual(filled, ["2025-09", "2026-01", "none"]);
  assert.equal(groups.length, 13);
});

test("Shift reaches from the row that was ticked last, and what is not seen is not changed", () => {
  const place = (/** @type {string} */ id, group = "3.1.1") => ({ group, id });
  const order = ["a", "b", "c", "d"].map((id) => place(id));
  const range = reaching(toggled(NOTHING, place("b")), order, place("d"));
  assert.deepEqual(seenOf(range, order), ["b", "c", "d"]);
  assert.deepEqual(seenOf(reaching(range, order, place("a")), order), ["a", "b", "c", "d"]);
  const without = order.filter(({ id }) => id !== "b");
  assert.deepEqual(seenOf(toggled(range, place("c")), without), ["d"]);
});

test("by month a range goes over what is seen, and a row of several months is ticked once", () => {
  const places = [
    { group: "2025-09", id: "a" },
    { group: "2025-09", id: "monthly" },
    { group: "2025-10", id: "b" },
    { group: "2025-10", id: "monthly" },
    { group: "2025-11", id: "c" },
    { group: "2025-11", id: "monthly" },
  ];
  const [, , b, , , last] = places;
  assert.ok(b && last);
  const range = reaching(toggled(NOTHING, b), places, last);
  assert.deepEqual(seenOf(range, places), ["monthly", "b", "c"]);
  assert.ok(!range.ids.has("a"), "September lies before the range");
});

test("a term that is carried to a month without being taken out of one moves, and adds none", () => {
  assert.deepEqual(movedTerm(months("2025-09"), "", "2025-11", 2025), months("2025-11"));
  assert.deepEqual(
    movedTerm(months("2025-09", "2026-01", "2026-05"), "", "2026-04", 2025),
    months("2025-09", "2026-01", "2026-04"),
  );
  // Where it stands already it stays: two of its months would become one.
  assert.equal(movedTerm(months("2025-09", "2026-01"), "2025-09", "2026-01", 2025), null);
  const span = { form: /** @type {const} */ ("span"), from: "2025-11", to: "2026-01" };
  assert.deepEqual(movedTerm(span, "", "2026-02", 2025), {
    form: "span",
    from: "2026-02",
    to: "2026-04",
  });
});

test("in the table of one year a day needs no year", () => {
  const flat = (/** @type {string} */ text) => text.replaceAll("\u00a0", " ");
  assert.equal(flat(termInRow({ form: "until", date: "2025-11-01" }, 2025)), "до 1 ноября");
  assert.equal(flat(termInRow({ form: "day", date: "2024-11-01" }, 2025)), "1 ноября 2024 г.");
  assert.equal(dayInRow("2026-05-18", 2025), "18.05");
  assert.equal(dayInRow("2025-10", 2025), "октябрь");
  assert.equal(dayInRow("2027-01-05", 2025), "05.01.2027");
});

test("a term in months says its days, months apart each their own", () => {
  const flat = (/** @type {Parameters<typeof datesOf>[0]} */ term) =>
    datesOf(term, 2025).replaceAll("\u00a0", " ");
  assert.equal(
    flat({ form: "span", from: "2025-11", to: "2026-03" }),
    "с 1 ноября 2025 г. по 31 марта 2026 г.",
  );
  assert.equal(
    flat(months("2026-02", "2025-09")),
    "с 1 сентября 2025 г. по 30 сентября 2025 г.; с 1 февраля 2026 г. по 28 февраля 2026 г.",
  );
  assert.equal(flat({ form: "monthly" }), "с 1 сентября 2025 г. по 31 мая 2026 г.");
  assert.equal(flat({ form: "until", date: "2025-11-01" }), "");
  assert.equal(flat(null), "");
});
