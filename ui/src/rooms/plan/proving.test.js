/** @import {Meeting} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { beginsIn } from "../../words/people.js";
import { decisionsToPick, placed, tasksToChoose } from "./proving.js";

/**
 * @param {string} id
 * @param {string[]} texts
 * @param {Partial<Meeting> & {number?: number | null}} [what]
 */
const meeting = (id, texts, { number = 2, ...what } = {}) =>
  /** @type {Meeting} */ (
    /** @type {unknown} */ ({
      id,
      community: "c",
      school_year: 2025,
      date: "2026-01-16",
      status: "held",
      protocol: {
        number,
        items: [
          { id: `${id}-q`, decisions: [] },
          { id: `${id}-r`, decisions: texts.map((text, at) => ({ id: `${id}-${at}`, text })) },
        ],
      },
      ...what,
    })
  );
const of = { community: "c", year: 2025 };

test("a decision is called by its protocol, its place and its words", () => {
  const all = placed([
    meeting("m", ["Провести семинар", ""]),
    meeting("l", ["Обобщить опыт"], { number: null, date: "2025-10-30" }),
  ]);
  const names = decisionsToPick(all, [], of).map((decision) =>
    decision.name.replaceAll("\u00a0", " "),
  );
  // What was begun and never written proves nothing.
  assert.deepEqual(names, [
    "заседание 30 октября, п. 2.1: Обобщить опыт",
    "№ 2, п. 2.1: Провести семинар",
  ]);
});

test("a decision is found by its number and by any word of it", () => {
  const [one] = decisionsToPick(placed([meeting("m", ["Провести семинар о чтении"])]), [], of);
  for (const typed of ["№ 2", "2.1", "чтени", "протокол 2", "16.01", "января"]) {
    assert.equal(beginsIn(typed, one?.full ?? ""), true, typed);
  }
  assert.equal(beginsIn("письме", one?.full ?? ""), false);
});

test("only what this community decided in this year is offered, and what is named stays", () => {
  const all = placed([
    meeting("m", ["Здесь"]),
    meeting("a", ["Раньше"], { school_year: 2024, date: "2025-05-12" }),
    meeting("x", ["У других"], { community: "x" }),
    meeting("p", ["Ещё не проведено"], { status: "planned" }),
  ]);
  const ids = (/** @type {string[]} */ named) =>
    decisionsToPick(all, named, of).map((decision) => decision.id);
  assert.deepEqual(ids([]), ["m-0"]);
  assert.deepEqual(ids(["a-0"]), ["a-0", "m-0"]);
});

test("tasks are chosen by number and words, and one that is gone is not hidden", () => {
  const long =
    "выявить типичные затруднения педагогов в преподавании русского языка и литературы в школе";
  const tasks = [long, ""].map((text, at) => ({ id: `t${at}`, text, state: null, note: "" }));
  assert.deepEqual(tasksToChoose(tasks, "t0"), [
    { value: "", label: "не указана" },
    {
      value: "t0",
      label: "1. выявить типичные затруднения педагогов в преподавании русского языка…",
    },
    { value: "t1", label: "2. без текста" },
  ]);
  assert.deepEqual(tasksToChoose(tasks, "gone").at(-1), { value: "gone", label: "задача удалена" });
});
