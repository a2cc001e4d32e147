import { readFileSync } from "node:fs";

/**
 * A table of cases that the program is held to as well, for tests.
 *
 * @param {string} name
 * @returns {any[]}
 */
export const cases = (name) =>
  JSON.parse(
    readFileSync(
      new URL(`../../../src-tauri/crates/domain/cases/${name}.json`, import.meta.url),
      "utf8",
    ),
  );
