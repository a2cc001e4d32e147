/** @import {Activity} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { byMonth } from "./choosing.js";
import { NOTHING, reaching, seenOf, toggled } from "./picking.js";
import { dayInRow, movedTerm, withTerm } from "./terms.js";

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
  const line = (/** @type {Activity} */ activity, /** @type {string[]} */ own = []) =>
    /** @type {import("./choosing.js").Line} */ ({
      activity,
      people: [],
      organisations: [],
      words: "",
      standing: { words: "", status: "later", square: "ahead" },
      term: { term: months(...own), words: "", in_row: "", days: "", due: null, months: own },
      byPlan: "",
    });
  const groups = byMonth([line(row({}), ["2025-09", "2026-01"]), line(row({ id: "b" }))], 2025);
  const filled = groups.filter((group) => group.lines.length > 0).map((group) => group.id);
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
  assert.equal(dayInRow("2026-05-18", 2025), "18.05");
  assert.equal(dayInRow("2025-10", 2025), "октябрь");
  assert.equal(dayInRow("2027-01-05", 2025), "05.01.2027");
});
