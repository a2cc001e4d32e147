import assert from "node:assert/strict";
import { test } from "node:test";

import { cases } from "./cases.js";
import * as dates from "./dates.js";
import { experience } from "./experience.js";
import { counted, documentNumber, plural, size } from "./numbers.js";
import { beginsIn, calledOn, factsOn, withInitials } from "./people.js";
import { covers, inRosterOrder, roleOn } from "./roster.js";
import { termWords } from "./terms.js";

/** @param {string} text */
const flat = (text) => text.replaceAll("\u00a0", " ");

test("dates are shown one way", () => {
  assert.equal(dates.longDate("2026-01-16"), "16\u00a0января 2026\u00a0г.");
  assert.equal(dates.shortDate("2026-01-16"), "16.01.2026");
  assert.equal(dates.dayHeading("2026-01-20"), "Вторник, 20\u00a0января 2026\u00a0г.");
  assert.equal(dates.partialDate("2025-10"), "октябрь 2025");
  assert.equal(dates.partialDate("2024"), "2024");
  assert.equal(dates.shortMonth("2026-05"), "май");
  assert.equal(dates.shortMonth("2025-09"), "сен");
});

test("the school year begins on the first of September", () => {
  assert.equal(dates.schoolYearOf("2026-08-31"), 2025);
  assert.equal(dates.schoolYearOf("2026-09-01"), 2026);
  assert.equal(dates.schoolYearName(2025), "2025/26");
  assert.equal(dates.schoolYearName(1999), "1999/00");
  const months = dates.monthsOf(2025);
  assert.deepEqual(
    [months[0], months[3], months[4], months[11]],
    ["2025-09", "2025-12", "2026-01", "2026-08"],
  );
});

test("days are counted across leap years and changes of the clock", () => {
  assert.equal(dates.daysBetween("2026-01-20", "2026-03-01"), 40);
  assert.equal(dates.daysBetween("2028-02-28", "2028-03-01"), 2);
  assert.equal(dates.daysBetween("2026-03-01", "2026-01-20"), -40);
});

test("words agree with numbers", () => {
  const days = (/** @type {number} */ count) => plural(count, "день", "дня", "дней");
  assert.deepEqual([1, 2, 5, 11, 14, 21, 112, 0].map(days), [
    "день",
    "дня",
    "дней",
    "дней",
    "дней",
    "день",
    "дней",
    "дней",
  ]);
  assert.equal(counted(40, "день", "дня", "дней"), "40\u00a0дней");
  assert.equal(size(14_890_000), "14,2\u00a0МБ");
  assert.equal(size(512), "512\u00a0байт");
});

test("a name is shortened with spaces that hold, and a missing patronymic leaves no dot", () => {
  assert.equal(
    withInitials({ surname: "Щербакова-Дёмина", given: "Анастасия", patronymic: "Владимировна" }),
    "Щербакова-Дёмина\u00a0А.\u00a0В.",
  );
  assert.equal(withInitials({ surname: "Ким", given: "Ю", patronymic: "" }), "Ким\u00a0Ю.");
});

test("initials are those of the papers", () => {
  for (const [typed, text] of cases("initials")) {
    const [surname = "", given = "", ...rest] = typed.split(" ").filter(Boolean);
    const name = { surname, given, patronymic: rest.join(" ") };
    assert.equal(withInitials(name).replaceAll("\u00a0", " "), text);
  }
});

test("the number of a paper is kept without its sign, as the papers do", () => {
  for (const [typed, number] of cases("document-numbers")) {
    assert.equal(documentNumber(typed), number, typed);
  }
});

test("words agree with numbers as on the papers", () => {
  for (const [count, one, few, many, word] of cases("plurals")) {
    assert.equal(plural(count, one, few, many), word, String(count));
  }
});

test("dates are those of the papers", () => {
  for (const [date, prose, table, day, month] of cases("dates")) {
    assert.equal(flat(dates.longDate(date)), prose);
    assert.equal(dates.shortDate(date), table);
    assert.equal(flat(dates.dayAndMonth(date)), day);
    assert.equal(dates.inMonth(date), month);
  }
});

test("a day lies in the school years of the papers", () => {
  for (const [date, year, name, within] of cases("school-years")) {
    assert.equal(dates.schoolYearOf(date), year);
    assert.equal(dates.schoolYearName(year), name);
    for (const other of [year - 1, year, year + 1])
      assert.equal(dates.withinYear(date, other), within.includes(other), `${date} ${other}`);
  }
});

test("terms are said in the words of the papers", () => {
  for (const [term, words] of cases("terms")) assert.equal(flat(termWords(term)), words);
});

test("facts are those of the papers", () => {
  for (const { facts, days } of cases("facts")) {
    for (const [on, post] of days) {
      assert.equal(factsOn(/** @type {any} */ ({ facts }), on)?.post ?? null, post, on);
    }
  }
});

test("people are called as on the papers", () => {
  for (const { anonymised, facts, days } of cases("called")) {
    for (const [on, name] of days) assert.equal(flat(calledOn({ anonymised, facts }, on)), name);
  }
});

test("experience is counted as on the papers", () => {
  for (const [since, on, words] of cases("experience"))
    assert.equal(flat(experience(since, on)), words);
});

test("the roster is that of the papers", () => {
  for (const { members, days } of cases("rosters")) {
    /** @type {{name: string, membership: any}[]} */
    const named = members.map((/** @type {any} */ { name, ...membership }) => ({
      name,
      membership,
    }));
    for (const { on, roster, roles } of days) {
      const here = inRosterOrder(named).filter(({ membership }) => covers(membership, on));
      assert.deepEqual(
        here.map(({ name }) => name),
        roster,
        on,
      );
      assert.deepEqual(
        here.map(({ membership }) => roleOn(membership, on)),
        roles,
        on,
      );
    }
  }
});

test("people are found by the first letters of any part of the name, ё or not", () => {
  assert.ok(beginsIn("куз", "Кузнецова Ольга Ивановна"));
  assert.ok(beginsIn("куз о", "Кузнецова О. И."));
  assert.ok(beginsIn("дем", "Щербакова-Дёмина А. В."));
  assert.ok(beginsIn("ёлк", "Елкина Ю. А."));
  assert.ok(!beginsIn("нец", "Кузнецова Ольга"));
});

test("facts are those of the day, and before the first day the earliest", () => {
  const facts = (/** @type {string | null} */ from, /** @type {string} */ post) => ({
    from,
    post,
    name: { surname: "А", given: "", patronymic: "" },
    organisation: null,
    category: /** @type {const} */ ("none"),
    works_since: null,
    category_since: null,
    pedagogical_since: null,
    part_time: false,
    classes: "",
    in_specialty_since: null,
    heads_organisation: false,
    heads_methodical_body: false,
  });
  const person = {
    id: "p",
    courses: [],
    contact: "",
    consent: null,
    anonymised: false,
    facts: [facts("2026-01-12", "завуч"), facts("2025-09-01", "учитель")],
  };
  assert.equal(factsOn(person, "2026-01-11")?.post, "учитель");
  assert.equal(factsOn(person, "2026-01-12")?.post, "завуч");
  assert.equal(factsOn(person, "2020-01-01")?.post, "учитель");
});

test("terms are said in words that can be typed back", () => {
  assert.equal(termWords({ form: "until", date: "2026-03-01" }), "до 1\u00a0марта 2026\u00a0г.");
  assert.equal(termWords({ form: "span", from: "2025-11", to: "2026-03" }), "ноябрь\u00a0— март");
  assert.equal(termWords({ form: "months", months: ["2025-09", "2026-01"] }), "сентябрь, январь");
  assert.equal(termWords(null), "");
});
