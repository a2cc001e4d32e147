import assert from "node:assert/strict";
import { test } from "node:test";

import { firstCurrent, meant, offered, steppedTo } from "./choices.js";

const SCHOOLS = ["МБОУ «Рыбновская СШ № 1»", "МБОУ «Рыбновская СШ № 3»", "РИМК"].map(
  (name, at) => ({
    id: `s${at}`,
    name,
  }),
);
const add = {
  label: (/** @type {string} */ typed) => `Добавить организацию «${typed}»`,
  near: "такая уже есть?",
};
const texts = (/** @type {string | null} */ typed) =>
  offered(typed, SCHOOLS, add).lines.map((line) => line.text);

test("adding is the last line, and it is never current by itself", () => {
  assert.deepEqual(texts("рыб"), [
    "МБОУ «Рыбновская СШ № 1»",
    "МБОУ «Рыбновская СШ № 3»",
    "Добавить организацию «рыб»",
  ]);
  const unknown = offered("Сараевская СШ", SCHOOLS, add).lines;
  assert.deepEqual(
    unknown.map((line) => line.text),
    ["Добавить организацию «Сараевская СШ»"],
  );
  assert.equal(firstCurrent(unknown, "Сараевская СШ", null), -1);
  assert.equal(steppedTo("ArrowDown", -1, unknown.length, false), 0);
});

test("what is there is not offered to be added again, and an almost equal one comes first", () => {
  assert.deepEqual(texts("мбоу Рыбновская СШ №3"), ["МБОУ «Рыбновская СШ № 3»"]);
  const { lines } = offered("Рыбновкая СШ 3", SCHOOLS, add);
  assert.deepEqual(lines[0], {
    id: "s1",
    text: "МБОУ «Рыбновская СШ № 3»",
    soft: "такая уже есть?",
  });
  assert.equal(firstCurrent(lines, "Рыбновкая СШ 3", null), 0);
});

test("before a letter is typed the chosen one is current, so that Enter changes nothing", () => {
  const { lines } = offered(null, SCHOOLS, add);
  assert.equal(lines.length, 3);
  assert.equal(firstCurrent(lines, null, "s1"), 1);
  assert.equal(firstCurrent(lines, null, null), -1);
});

test("a long list is cut and says so", () => {
  const many = Array.from({ length: 200 }, (_, at) => ({ id: `${at}`, name: `Школа № ${at}` }));
  const { lines, more } = offered("школа", many, null);
  assert.deepEqual([lines.length, more], [60, 140]);
});

test("a field that is left takes the only one found or the one named, and makes nothing new", () => {
  assert.deepEqual(meant("римк", "", SCHOOLS), { is: "one", id: "s2" });
  assert.deepEqual(meant("рыб 3", "", SCHOOLS), { is: "one", id: "s1" });
  assert.deepEqual(meant("рыб", "", SCHOOLS), { is: "unknown", typed: "рыб" });
  assert.deepEqual(meant("  ", "РИМК", SCHOOLS), { is: "nobody" });
  assert.deepEqual(meant("Римк", "РИМК", SCHOOLS), { is: "same" });
  // One whose whole name was typed is meant, though others begin so.
  const two = [...SCHOOLS, { id: "s3", name: "РИМК города Рыбное" }];
  assert.deepEqual(meant("РИМК", "", two), { is: "one", id: "s2" });
});

test("where any text may stand, only a whole name means somebody", () => {
  assert.deepEqual(meant("Рыбновская СШ № 3", "", SCHOOLS, true), {
    is: "unknown",
    typed: "Рыбновская СШ № 3",
  });
  assert.deepEqual(meant("римк", "", SCHOOLS, true), { is: "one", id: "s2" });
});

test("arrows go round, pages stop at the ends, and Home is the text's until one walks the list", () => {
  assert.equal(steppedTo("ArrowUp", 0, 5, true), 4);
  assert.equal(steppedTo("ArrowUp", -1, 5, false), 4);
  assert.equal(steppedTo("PageDown", 0, 5, true), 4);
  assert.equal(steppedTo("PageUp", 20, 30, true), 12);
  assert.equal(steppedTo("Home", 2, 5, false), null);
  assert.equal(steppedTo("Home", 2, 5, true), 0);
  assert.equal(steppedTo("KeyA", 2, 5, true), null);
});
