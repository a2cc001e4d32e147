import assert from "node:assert/strict";
import { test } from "node:test";

import { createDraft } from "./typed-draft.js";
import { commitFields, flushFields, holdText, holdsUnread } from "./unsaved.js";

function field() {
  /** @type {string[]} */
  const saved = [];
  /** @type {(string | null)[]} */
  const shown = [];
  const draft = createDraft({
    changed: (typed) => shown.push(typed),
    hold: () => holdText(draft.send),
  });
  return { draft, saved, shown, save: (/** @type {string} */ text) => saved.push(text) };
}

test("letters leave by themselves after a pause, once and whole", async () => {
  const { draft, saved, shown, save } = field();
  draft.type("П", save);
  draft.type("Пр", save);
  assert.deepEqual([saved, shown, holdsUnread()], [[], ["П", "Пр"], true]);
  await new Promise((done) => setTimeout(done, 300));
  assert.deepEqual([saved, shown.at(-1), holdsUnread()], [["Пр"], null, false]);
});

test("letters leave at once when the field is left or asked", async () => {
  const { draft, saved, save } = field();
  draft.type("Раз", save);
  draft.send();
  draft.type("Раз два", save);
  flushFields();
  draft.type("Раз два три", save);
  assert.deepEqual(await commitFields(), []);
  draft.send();
  assert.deepEqual(saved, ["Раз", "Раз два", "Раз два три"]);
});

test("letters land in the record that they were typed for, though another one stands there now", async () => {
  const { draft, saved, save } = field();
  const other = field();
  draft.type("Для первой", save);
  // The same field is drawn for another record before the pause is over: nothing was typed in that one.
  await new Promise((done) => setTimeout(done, 300));
  draft.type("Для второй", other.save);
  draft.send();
  assert.deepEqual([saved, other.saved], [["Для первой"], ["Для второй"]]);
});

test("a save that takes its time is waited for", async () => {
  const { draft } = field();
  let done = false;
  draft.type("Текст", async () => {
    await Promise.resolve();
    done = true;
  });
  await commitFields();
  assert.equal(done, true);
});

test("what will be saved is told before it is, once for several quick letters, and that it has left", async () => {
  /** @type {(string | null)[]} */
  const ahead = [];
  /** @type {string[]} */
  const saved = [];
  const draft = createDraft({
    changed: () => {},
    hold: () => () => {},
    look: (text) => {
      ahead.push(text);
      if (text !== null) assert.deepEqual(saved, []);
    },
  });
  const save = (/** @type {string} */ text) => saved.push(text);
  draft.type("П", save);
  draft.type("Пр", save);
  await new Promise((done) => setTimeout(done, 400));
  assert.deepEqual([ahead, saved], [["Пр", null], ["Пр"]]);
  // A field that is left at once has nothing to be looked at any more.
  draft.type("Про", save);
  draft.send();
  await new Promise((done) => setTimeout(done, 60));
  assert.deepEqual(ahead, ["Пр", null, null]);
});
