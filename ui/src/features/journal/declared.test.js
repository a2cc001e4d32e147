/** @import {Field, Form} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { choicesOf, isNumberOfPaper, newestFirst, optionsOf, shownOf, yearOf } from "./declared.js";

/** @param {string} key @param {Form} form @returns {Field} */
const field = (key, form) => ({
  key,
  label: key,
  form,
  span: 12,
  required: "",
  hint: "",
  proposed: [],
});

test("hidden fields are not drawn, the others keep the order of the form", () => {
  const fields = [
    field("id", { is: "hidden" }),
    field("date", { is: "day" }),
    field("topic", { is: "text" }),
  ];
  assert.deepEqual(
    shownOf(fields).map(({ key }) => key),
    ["date", "topic"],
  );
});

test("the words of a choice begin with a capital in a list", () => {
  assert.deepEqual(optionsOf([["create", "о создании сообщества"]]), [
    { value: "create", label: "О создании сообщества" },
  ]);
});

test("the choices of a field come from what its kind declares", () => {
  const kinds = choicesOf("order", "kind");
  assert.equal(kinds.find(({ value }) => value === "create")?.label, "О создании сообщества");
  assert.deepEqual(choicesOf("order", "note"), []);
});

test("numbers of papers stay as they are typed", () => {
  assert.ok(isNumberOfPaper("number") && isNumberOfPaper("incoming"));
  assert.ok(!isNumberOfPaper("topic"));
});

test("a journal begins with the newest day, and on one day with what was entered last", () => {
  const of = (/** @type {string} */ id, /** @type {string} */ date) => ({ id, date });
  const sorted = newestFirst([of("1", "2025-09-01"), of("2", "2026-01-10"), of("3", "2025-09-01")]);
  assert.deepEqual(
    sorted.map(({ id }) => id),
    ["2", "3", "1"],
  );
});

test("the year of a record is the one that it carries, or that of its day", () => {
  assert.equal(yearOf({ id: "a", date: "2026-08-28", school_year: 2026 }), 2026);
  assert.equal(yearOf({ id: "a", date: "2026-08-28" }), 2025);
  assert.equal(yearOf({ id: "a", date: "2025-09-01", school_year: null }), 2025);
  assert.equal(yearOf({ id: "a" }), null);
});
