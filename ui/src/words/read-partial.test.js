import assert from "node:assert/strict";
import { test } from "node:test";

import { readPartial } from "./read-partial.js";

const readDate = async () => "2025-10-17";

test("a year, a month and a day are read as typed", async () => {
  assert.equal(await readPartial("2024 год", 2025, readDate), "2024");
  assert.equal(await readPartial("Октябрь", 2025, readDate), "2025-10");
  assert.equal(await readPartial("май", 2025, readDate), "2026-05");
  assert.equal(await readPartial("май 2024 г.", 2025, readDate), "2024-05");
  assert.equal(await readPartial("17.10.25", 2025, readDate), "2025-10-17");
  assert.equal(await readPartial("17 октября", 2025, readDate), "2025-10-17");
});
