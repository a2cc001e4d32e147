/** @import {Line, Wanted} from "./choosing.js" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, isNarrowed, WAITING } from "./choosing.js";

/**
 * @param {string} id
 * @param {Partial<Line> & {open?: boolean, overdue?: boolean, due?: string | null, number?: string,
 *   date?: string, year?: number, state?: string, responsible?: string[]}} [more]
 * @returns {Line}
 */
function line(id, more = {}) {
  const { open = true, overdue = false, due = null, number = "1.1", state } = more;
  const meeting = { id: more.date ?? "m", date: more.date ?? "2026-01-16" };
  return {
    placed: /** @type {any} */ ({
      meeting: { ...meeting, school_year: more.year ?? 2025 },
      decision: {
        id,
        responsible: more.responsible ?? [],
        responsible_in_words: "",
        mark: state ? { state } : null,
      },
      number,
      due,
      open,
      overdue,
    }),
    people: more.people ?? [],
    organisations: more.organisations ?? [],
    words: more.words ?? "",
  };
}

/**
 * @param {Line[]} lines
 * @param {Partial<Wanted>} wanted
 */
const ids = (lines, wanted) =>
  chosen(lines, { ...WAITING, ...wanted }).map((one) => one.placed.decision.id);

test("what was not done or taken off is neither open nor fulfilled", () => {
  const lines = [
    line("late", { overdue: true }),
    line("ahead"),
    line("done", { open: false, state: "done" }),
    line("part", { open: false, state: "done_in_part" }),
    line("off", { open: false, state: "cancelled" }),
  ];
  assert.deepEqual(ids(lines, { standing: "open" }).sort(), ["ahead", "late"]);
  assert.deepEqual(ids(lines, { standing: "overdue" }), ["late"]);
  assert.deepEqual(ids(lines, { standing: "done" }).sort(), ["done", "part"]);
  assert.equal(ids(lines, { standing: "all" }).length, 5);
});

test("a person, an organisation, a year and words narrow the list together", () => {
  const lines = [
    line("a", { responsible: ["larina"], organisations: ["school"], words: "описать приемы" }),
    line("b", { responsible: ["larina"], year: 2024, words: "провести урок" }),
    line("c", { responsible: ["zharova"], organisations: ["school"], words: "приемы на уроке" }),
  ];
  assert.deepEqual(ids(lines, { person: "larina" }).sort(), ["a", "b"]);
  assert.deepEqual(ids(lines, { person: "larina", organisation: "school" }), ["a"]);
  assert.deepEqual(ids(lines, { year: "2024" }), ["b"]);
  assert.deepEqual(ids(lines, { words: "Приёмы урок" }), ["c"]);
  assert.deepEqual(ids(lines, { words: "приёмы", year: "2024" }), []);
});

test("by term what waits stands first; by person those without anybody come last", () => {
  const lines = [
    line("done", { open: false, due: "2025-10-01" }),
    line("later", { due: "2026-03-01", people: ["Ёлкина А. А."] }),
    line("soon", { due: "2026-02-01", people: ["Жарова К. П."] }),
  ];
  const all = /** @type {const} */ ("all");
  assert.deepEqual(ids(lines, { standing: all, order: "term" }), ["soon", "later", "done"]);
  assert.deepEqual(ids(lines, { standing: all, order: "person" }), ["later", "soon", "done"]);
});

test("by protocol the newest is above, and 1.10 comes after 1.2", () => {
  const lines = [
    line("old", { date: "2025-09-05", number: "1.1" }),
    line("ten", { date: "2026-05-22", number: "1.10" }),
    line("two", { date: "2026-05-22", number: "1.2" }),
  ];
  assert.deepEqual(ids(lines, { order: "protocol" }), ["two", "ten", "old"]);
});

test("spaces alone do not narrow", () => {
  assert.equal(isNarrowed({ ...WAITING, words: "  ", standing: "all" }), false);
  assert.equal(isNarrowed({ ...WAITING, year: "2025" }), true);
});
