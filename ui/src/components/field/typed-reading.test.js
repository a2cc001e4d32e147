import assert from "node:assert/strict";
import { test } from "node:test";

import { Doubted } from "../../words/doubted.js";
import { createReading } from "./typed-reading.js";
import { commitFields, holdText, holdsUnread, leftIn } from "./unsaved.js";

/** A field whose program reads when the test says so. */
function field({ required = "" } = {}) {
  /** @type {{text: string, answer: (value: string | Doubted<string> | null) => void, refuse: (why: unknown) => void}[]} */
  const reads = [];
  /** @type {(string | null)[]} */
  const saved = [];
  /** @type {ReturnType<typeof createReading<string>>} */
  const reading = createReading({
    changed: () => {},
    hold: () =>
      holdText(reading.commit, () => leftIn(null, reading.now().typed ?? "", reading.now().fault)),
  });
  reading.wish({
    shown: "1 сентября 2026 г.",
    read: (text) => new Promise((answer, refuse) => reads.push({ text, answer, refuse })),
    preview: (value) => value,
    onSave: (value) => saved.push(value),
    required: required || undefined,
  });
  return { reading, reads, saved };
}

test("a doubtful date is taken, and its doubt stays until one types again", async () => {
  const { reading, reads, saved } = field();
  reading.type("12 декабря 1926");
  const all = commitFields();
  reads[0]?.answer(new Doubted("1926-12-12", "1926 год? Проверьте."));
  assert.deepEqual(await all, []);
  assert.deepEqual(saved, ["1926-12-12"]);
  assert.equal(reading.now().doubt, "1926 год? Проверьте.");
  reading.type("12 декабря 2026");
  assert.equal(reading.now().doubt, "");
  reading.cancel();
});

test("committing waits until the typed date is read, and saves that one", async () => {
  const { reading, reads, saved } = field();
  reading.type("15.9.26");
  const all = commitFields();
  assert.deepEqual(saved, []);
  reads[0]?.answer("2026-09-15");
  assert.deepEqual(await all, []);
  assert.deepEqual(saved, ["2026-09-15"]);
  assert.equal(reading.now().typed, null);
});

test("Enter and the form that it sends read the text once, and both wait", async () => {
  const { reading, reads, saved } = field();
  reading.type("15.9.26");
  void reading.commit();
  const all = commitFields();
  assert.equal(reads.length, 1);
  reads[0]?.answer("2026-09-15");
  await all;
  assert.deepEqual(saved, ["2026-09-15"]);
});

test("a date that is none stays in its field and is named", async () => {
  const { reading, reads, saved } = field();
  reading.type("45 мая");
  assert.equal(holdsUnread(), true);
  const all = commitFields();
  reads[0]?.refuse(new Error("В мае 31 день."));
  const [left] = await all;
  // It has been told; nobody has to wait for it again.
  assert.equal(holdsUnread(), false);
  assert.equal(left?.text, "45 мая");
  assert.equal(left?.why, "В мае 31 день.");
  assert.equal(reading.now().typed, "45 мая");
  assert.deepEqual(saved, []);
  reading.cancel();
  assert.deepEqual(await commitFields(), []);
});

test("a refused date is read again when it is asked for again", async () => {
  const { reading, reads, saved } = field();
  reading.type("15.9.26");
  const first = commitFields();
  reads[0]?.refuse(new Error("Программа не отвечает."));
  assert.equal((await first).length, 1);
  const second = commitFields();
  reads[1]?.answer("2026-09-15");
  assert.deepEqual(await second, []);
  assert.deepEqual(saved, ["2026-09-15"]);
});

test("letters typed while the text is read are read too", async () => {
  const { reading, reads, saved } = field();
  reading.type("1.9");
  const all = commitFields();
  reading.type("1.9.26");
  reads[0]?.answer("2026-09-01");
  await new Promise((done) => setTimeout(done));
  assert.equal(reads[1]?.text, "1.9.26");
  reads[1]?.answer("2026-09-01");
  assert.deepEqual(await all, []);
  assert.deepEqual(saved, ["2026-09-01"]);
});

test("an emptied field gives up its value, and one that must be filled in says so", async () => {
  const free = field();
  free.reading.type(" ");
  assert.deepEqual(await commitFields(), []);
  assert.deepEqual(free.saved, [null]);
  const needed = field({ required: "Впишите день." });
  needed.reading.type("");
  const left = await commitFields();
  assert.deepEqual(
    left.map(({ text, why }) => [text, why]),
    [["", "Впишите день."]],
  );
  needed.reading.cancel();
});

test("text drafts leave at once, and what is saved later is waited for", async () => {
  let done = "";
  const release = holdText(async () => {
    release();
    await Promise.resolve();
    done = "saved";
  });
  assert.deepEqual(await commitFields(), []);
  assert.equal(done, "saved");
});

test("the same value typed otherwise leaves nothing behind", async () => {
  const { reading, saved } = field();
  reading.type("1 сентября 2026 г. ");
  assert.deepEqual(await commitFields(), []);
  assert.deepEqual(saved, []);
});

test("a date lands in the record that it was typed for, though another one stands there now", async () => {
  const { reading, reads, saved } = field();
  reading.type("15.9.26");
  /** @type {(string | null)[]} */
  const other = [];
  reading.wish({
    shown: "",
    read: () => Promise.reject(new Error("Другая запись.")),
    preview: (value) => value,
    onSave: (value) => other.push(value),
    required: undefined,
  });
  const all = commitFields();
  reads[0]?.answer("2026-09-15");
  await all;
  assert.deepEqual([saved, other], [["2026-09-15"], []]);
});
