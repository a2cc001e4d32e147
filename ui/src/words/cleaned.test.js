import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { cleaned } from "./cleaned.js";

/** The table that the program's own function is held to. */
const TABLE = new URL(
  "../../../src-tauri/crates/domain/tests/fixtures/cleaned.json",
  import.meta.url,
);

/** @type {{said: string, from: string, to: string}[]} */
const cases = JSON.parse(readFileSync(TABLE, "utf8"));

for (const { said, from, to } of cases) {
  test(`a pasted text is kept as the program keeps it: ${said}`, () => {
    assert.equal(cleaned(from), to);
    assert.equal(cleaned(to), to);
  });
}

test("half of a sign becomes a mark that it was there", () => {
  assert.equal(cleaned("а\ud83dб"), "а\ufffdб");
  assert.equal(cleaned("👍"), "👍");
});
