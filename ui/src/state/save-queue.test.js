/** @import {Record as AnyRecord} from "../api/types/records" */
/** @import {Saved} from "../api/types/views" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { createSaveQueue } from "./save-queue.js";

/**
 * @param {string} id
 * @param {string} title
 * @returns {AnyRecord}
 */
const difficulty = (id, title) => ({ kind: "difficulty", record: { id, community: "c", title } });

/** A program that answers when the test says so. */
function bench() {
  /** @type {{title: string, seen: number | null, answer: (saved: Saved) => void, refuse: (why: unknown) => void}[]} */
  const calls = [];
  /** @type {string[]} */
  const told = [];
  const queue = createSaveQueue(
    (record, seen) =>
      new Promise((answer, refuse) => {
        calls.push({ title: titleOf(record), seen, answer, refuse });
      }),
    {
      saved: (record, saved) => told.push(`saved ${titleOf(record)} as ${saved.revision}`),
      failed: (record) => told.push(`failed ${titleOf(record)}`),
      changed: () => {},
    },
  );
  return { queue, calls, told };
}

/** @param {AnyRecord} record */
const titleOf = (record) => (record.kind === "difficulty" ? record.record.title : "");
/** Lets everything that is ready to run, run. */
const settle = () => new Promise((done) => setTimeout(done));

test("saves of a record go one after another, each with the revision of the one before", async () => {
  const { queue, calls, told } = bench();
  queue.seen("a", 7);
  queue.put(difficulty("a", "О"));
  queue.put(difficulty("a", "О б"));
  queue.put(difficulty("a", "О банке"));
  assert.equal(calls.length, 1);
  assert.equal(calls[0]?.seen, 7);
  calls[0]?.answer({ revision: 8, at: "14:03", also_changed: [], cleaned: null });
  await settle();
  assert.deepEqual([calls.length, calls[1]?.title, calls[1]?.seen], [2, "О банке", 8]);
  calls[1]?.answer({ revision: 9, at: "14:03", also_changed: [], cleaned: null });
  await queue.idle();
  assert.deepEqual(told, ["saved О as 8", "saved О банке as 9"]);
});

test("a new record is saved without a revision, and records do not wait for each other", () => {
  const { queue, calls } = bench();
  queue.put(difficulty("a", "А"));
  queue.put(difficulty("b", "Б"));
  assert.deepEqual(
    calls.map((call) => [call.title, call.seen]),
    [
      ["А", null],
      ["Б", null],
    ],
  );
});

test("what could not be saved is held and goes again, from the same revision", async () => {
  const { queue, calls, told } = bench();
  queue.seen("a", 1);
  queue.put(difficulty("a", "текст"));
  calls[0]?.refuse(new Error("диск полон"));
  await settle();
  assert.deepEqual(told, ["failed текст"]);
  assert.ok(queue.holds("a"));
  assert.equal(queue.failures().length, 1);
  queue.retry();
  assert.deepEqual([calls[1]?.title, calls[1]?.seen], ["текст", 1]);
  calls[1]?.answer({ revision: 2, at: "14:05", also_changed: [], cleaned: null });
  await queue.idle();
  assert.ok(!queue.holds("a"));
  assert.equal(queue.failures().length, 0);
});

test("a failure with newer text behind it is not reported: the newer text holds it", async () => {
  const { queue, calls, told } = bench();
  queue.put(difficulty("a", "раз"));
  queue.put(difficulty("a", "раз, два"));
  calls[0]?.refuse(new Error("занято"));
  await settle();
  calls[1]?.answer({ revision: 1, at: "14:03", also_changed: [], cleaned: null });
  await queue.idle();
  assert.deepEqual(told, ["saved раз, два as 1"]);
});

test("a revision told while a save is on its way does not disturb it", async () => {
  const { queue, calls } = bench();
  queue.seen("a", 3);
  queue.put(difficulty("a", "раз"));
  queue.seen("a", 99);
  queue.put(difficulty("a", "два"));
  calls[0]?.answer({ revision: 4, at: "14:03", also_changed: [], cleaned: null });
  await settle();
  assert.equal(calls[1]?.seen, 4);
  calls[1]?.answer({ revision: 5, at: "14:03", also_changed: [], cleaned: null });
  await queue.idle();
  assert.ok(!queue.busy());
});
