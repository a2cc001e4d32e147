import assert from "node:assert/strict";
import { test } from "node:test";

import { nobody } from "./draft.js";
import { isList, schoolsTyped, withList } from "./people-list.js";

const named = (/** @type {string} */ name, what = {}) => ({ ...nobody(), name, ...what });

test("several lines or cells are a list, and a name is none", () => {
  assert.ok(isList("Ким Юлия\r\nФомин Дмитрий", ""));
  assert.ok(isList("Ким Юлия\tучитель", ""));
  assert.ok(!isList("Ким Юлия\r\n", "<table><tr><td>Ким Юлия</td></tr></table>"));
  assert.ok(!isList("Ким Юлия Андреевна", ""));
});

test("people of a list come after the leader, and rows left empty go", () => {
  const typed = [named("Соколова Марина Викторовна", { leader: true }), nobody()];
  const { people, first, added } = withList(typed, [
    named("Ким Юлия", { post: "учитель" }),
    named("Фомин Дмитрий", { secretary: true }),
    named("Тишкин Роман", { secretary: true, leader: true }),
  ]);
  assert.deepEqual(
    people.map((person) => person.name),
    ["Соколова Марина Викторовна", "Ким Юлия", "Фомин Дмитрий", "Тишкин Роман"],
  );
  assert.deepEqual([first, added], [1, 3]);
  assert.deepEqual(
    people.map((person) => person.leader),
    [true, false, false, false],
  );
  // Only one person writes the protocols.
  assert.deepEqual(
    people.map((person) => person.secretary),
    [false, false, true, false],
  );
});

test("who is typed already is filled in and not written twice", () => {
  const typed = [named("Соколова Марина Викторовна", { leader: true, post: "завуч" })];
  const { people, first, added } = withList(typed, [
    named("СОКОЛОВА Марина Викторовна", {
      post: "учитель",
      organisation: "СШ № 3",
      category: "first",
    }),
  ]);
  assert.equal(people.length, 1);
  assert.deepEqual(
    [people[0]?.post, people[0]?.organisation, people[0]?.category, people[0]?.leader],
    ["завуч", "СШ № 3", "first", true],
  );
  assert.deepEqual([first, added], [0, 0]);
});

test("where no leader is typed, that of the list is the first", () => {
  const { people } = withList(
    [named("", { leader: true }), nobody()],
    [named("Ким Юлия"), named("Соколова Марина", { leader: true })],
  );
  assert.deepEqual(
    people.map((person) => person.name),
    ["Соколова Марина", "Ким Юлия"],
  );
});

test("a school that was typed once is offered to the others", () => {
  const people = [
    named("А", { organisation: "СШ № 3" }),
    named("Б", { organisation: "СШ № 3 " }),
    named("В"),
  ];
  assert.deepEqual(schoolsTyped(people, 2), [{ id: "СШ № 3", name: "СШ № 3" }]);
  assert.deepEqual(schoolsTyped([named("А", { organisation: "СШ № 3" })], 0), []);
});

test("two people of one name at two schools are two, and the school may be written otherwise", () => {
  const typed = [named("Соколова Марина Викторовна", { leader: true })];
  const { people } = withList(typed, [
    named("Ким Юлия", { organisation: "МБОУ «СШ № 1»" }),
    named("Ким Юлия", { organisation: "СШ № 2" }),
    named("Ким Юлия", { organisation: "СШ №1", post: "завуч" }),
  ]);
  assert.deepEqual(
    people.slice(1).map((person) => [person.organisation, person.post]),
    [
      ["МБОУ «СШ № 1»", "завуч"],
      ["СШ № 2", ""],
    ],
  );
});
