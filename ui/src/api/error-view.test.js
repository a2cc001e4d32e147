import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { opening } from "./opening.js";
import { asRefusal, Refusal } from "./error-view.js";

/** @param {(command: string) => Promise<unknown>} invoke */
function shellThat(invoke) {
  Reflect.set(globalThis, "window", { __TAURI_INTERNALS__: { invoke } });
}
afterEach(() => {
  Reflect.deleteProperty(globalThis, "window");
});

test("a told error keeps its code, sentence and fields", () => {
  const told = {
    code: "stale",
    message: "Запись изменилась.",
    fields: ["topic"],
  };
  const refusal = asRefusal(told);
  assert.ok(refusal instanceof Refusal);
  assert.deepEqual(
    [refusal.code, refusal.message, refusal.fields, refusal.hint],
    ["stale", "Запись изменилась.", ["topic"], ""],
  );
});

test("anything else becomes a Russian sentence with its text as the detail", () => {
  for (const thrown of [new Error("boom"), "boom", { message: "boom", toString: () => "boom" }]) {
    const refusal = asRefusal(thrown);
    assert.equal(refusal.code, "unknown");
    assert.match(refusal.message, /^Программа не смогла/);
    assert.match(refusal.hint, /boom/);
  }
});

test("a refusal is not wrapped again", () => {
  const one = asRefusal("x");
  assert.equal(asRefusal(one), one);
});

test("a command that fails rejects with a refusal", async () => {
  shellThat(() =>
    Promise.reject({ code: "in_use", message: "Программа уже открыта", fields: [], hint: null }),
  );
  await assert.rejects(opening(), (error) => error instanceof Refusal && error.code === "in_use");
});

test("a command that answers gives the answer", async () => {
  const answer = { today: "2026-01-20", file: null, fault: null };
  shellThat((command) => Promise.resolve(command === "opening" ? answer : undefined));
  assert.deepEqual(await opening(), answer);
});
