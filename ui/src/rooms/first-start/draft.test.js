import assert from "node:assert/strict";
import { test } from "node:test";

import { emptyFirst, mistakes, readDraft, ready } from "./draft.js";

test("a form that was closed half-way opens as it was", () => {
  const typed = { ...emptyFirst("2026-01-20"), name: "ППС «Грамотность»", place: "Рыбное" };
  assert.deepEqual(readDraft(JSON.stringify(typed), "2026-02-01"), typed);
});

test("a broken or older draft gives a whole form", () => {
  assert.deepEqual(readDraft("{", "2026-01-20"), emptyFirst("2026-01-20"));
  const older = readDraft('{"name":"А","people":[{"name":"Ким Ю"}]}', "2026-01-20");
  assert.deepEqual(
    [older.name, older.place, older.people[0]?.category],
    ["А", "", "not_applicable"],
  );
});

test("in August the year that begins is meant", () => {
  assert.equal(emptyFirst("2026-08-20").school_year, 2026);
  assert.equal(emptyFirst("2026-05-20").school_year, 2025);
});

test("only a name and a leader are demanded; empty rows are not sent", () => {
  const empty = emptyFirst("2026-01-20");
  assert.deepEqual(
    mistakes(empty).map((mistake) => mistake.field),
    ["first-name", "first-leader"],
  );
  const [leader] = empty.people;
  assert.ok(leader);
  const typed = {
    ...empty,
    name: " ППС ",
    people: [{ ...leader, name: "Ким Юлия" }, ...empty.people.slice(1)],
  };
  assert.deepEqual(mistakes(typed), []);
  assert.equal(ready(typed).people.length, 1);
  assert.equal(ready(typed).short_name, "ППС");
});
