import assert from "node:assert/strict";
import { test } from "node:test";

import { alike, found, isNamed } from "./alike.js";

const school = (/** @type {string} */ name) => ({ name });
const SCHOOLS = [
  "МБОУ «Рыбновская СШ № 1»",
  "МБОУ «Рыбновская СШ № 3»",
  "МБОУ «Рыбновская СШ № 31»",
  "МБОУ «Кузьминская ООШ имени С. А. Есенина»",
  "МБДОУ «Детский сад «Берёзка»»",
].map(school);
const names = (/** @type {{name: string}[]} */ all) => all.map(({ name }) => name);

test("an organisation is found by any word of it, in any order, whatever its quotes, case and «ё»", () => {
  for (const typed of ["рыб", "РЫБНОВСКАЯ", "«рыб", "сш рыб", "мбоу рыб"]) {
    assert.equal(found(typed, SCHOOLS).length, 3, typed);
  }
  for (const typed of ["№ 3", "3", "№3", "сш3", "3 рыб", "«Рыбновская СШ № 3"]) {
    assert.equal(found(typed, SCHOOLS)[0]?.name, "МБОУ «Рыбновская СШ № 3»", typed);
  }
  for (const typed of ["есен", "С.А. Есенина", "кузьм есен", "ооШ"]) {
    assert.deepEqual(names(found(typed, SCHOOLS)), [SCHOOLS[3]?.name], typed);
  }
  assert.deepEqual(names(found("березка", SCHOOLS)), [SCHOOLS[4]?.name]);
  assert.deepEqual(found("новская", SCHOOLS), []);
  assert.deepEqual(found("рыб 2", SCHOOLS), []);
});

test("what holds no word is no search: all are shown", () => {
  assert.equal(found("", SCHOOLS).length, 5);
  assert.equal(found(" «", SCHOOLS).length, 5);
});

test("people are found by any part of the name and by initials before or after it", () => {
  const people = [
    { name: "Кузнецова О. И.", full: "Кузнецова Ольга Ивановна" },
    { name: "Олейник А. В.", full: "Олейник Анна-Мария Вячеславовна" },
  ];
  assert.deepEqual(names(found("ол", people)), ["Олейник А. В.", "Кузнецова О. И."]);
  for (const typed of ["О. И. Кузнецова", "о.и. куз", "ивановна", "кузн ольг"]) {
    assert.deepEqual(names(found(typed, people)), ["Кузнецова О. И."], typed);
  }
  assert.deepEqual(names(found("мария", people)), ["Олейник А. В."]);
});

test("the name itself is known without its quotes", () => {
  const [first] = SCHOOLS;
  assert.ok(first);
  assert.ok(isNamed("мбоу Рыбновская СШ №1", first));
  assert.ok(!isNamed("Рыбновская СШ № 1", first));
});

test("an almost equal name is offered, and another number is another school", () => {
  for (const typed of [
    "Рыбновская СШ № 3",
    "МБОУ Рыбновкая СШ №3",
    "Рыбновская школа № 3",
    "рыбновсакя сош 3",
    "МОУ «Рыбновская средняя общеобразовательная школа № 3»",
  ]) {
    assert.deepEqual(names(alike(typed, SCHOOLS)), ["МБОУ «Рыбновская СШ № 3»"], typed);
  }
  for (const typed of ["Рыбновская СШ № 2", "рыбн", "Сараевская СШ № 3", "", "школа"]) {
    assert.deepEqual(alike(typed, SCHOOLS), [], typed);
  }
});
