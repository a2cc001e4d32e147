import assert from "node:assert/strict";
import { test } from "node:test";

import { strayKeys } from "./stray-letters.js";

/**
 * Types a text, a letter every tenth of a second; answers which of its keys would press nothing.
 *
 * @param {ReturnType<typeof strayKeys>} isStray
 * @param {string[]} keys
 * @param {unknown} on
 * @param {number} [from]
 */
const typed = (isStray, keys, on, from = 0) =>
  keys.map((key, at) => isStray(key, from + at * 100, on));

test("the space between two words presses no button, nor does the one after it", () => {
  const keys = [..."до 10 мая", "Enter"];
  const stray = typed(strayKeys(), keys, "Удалить");
  assert.deepEqual(
    keys.filter((_, at) => stray[at]),
    [" ", " ", "Enter"],
  );
});

test("a space by itself presses the button, also after a rest and on another button", () => {
  const isStray = strayKeys();
  assert.deepEqual(typed(isStray, [" ", " "], "Удалить"), [false, false]);
  assert.deepEqual(typed(isStray, ["д", " "], "Удалить", 1000), [false, true]);
  assert.equal(isStray(" ", 1200, "Добавить"), false);
  assert.deepEqual(typed(isStray, ["д"], "Удалить", 2000), [false]);
  assert.equal(isStray(" ", 5100, "Удалить"), false);
});

test("keys without a letter leave the button as it is", () => {
  assert.deepEqual(typed(strayKeys(), ["Tab", "Shift", "ArrowDown", "Enter"], "Удалить"), [
    false,
    false,
    false,
    false,
  ]);
});
