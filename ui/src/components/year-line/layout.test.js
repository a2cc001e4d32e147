import assert from "node:assert/strict";
import { test } from "node:test";

import { passed, place, textWidth } from "./layout.js";

/** @param {string} date @param {string} name */
const mark = (date, name) => ({ id: date + name, date, name, text: "план, п. 4.7" });

/** @param {ReturnType<typeof place>["placed"][0]} mark */
function span(mark) {
  const long = textWidth(mark.name, mark.text);
  return mark.side === "start"
    ? [mark.x + 14, mark.x + 14 + long]
    : [mark.x - 14 - long, mark.x - 14];
}

test("the year goes from its first September to its last August", () => {
  assert.equal(passed("2025-09-01", 2025), 0);
  assert.equal(passed("2026-09-01", 2025), 1);
  assert.equal(passed("2025-08-29", 2025), 0);
  assert.ok(Math.abs(passed("2026-01-20", 2025) - 0.386) < 0.001);
});

test("a text at the end of the year goes to the left of its sign", () => {
  const { placed } = place([mark("2026-08-31", "31 августа")], 2025, 1050);
  assert.equal(placed[0]?.side, "end");
  const { placed: first } = place([mark("2025-09-05", "№ 1")], 2025, 1050);
  assert.equal(first[0]?.side, "start");
});

test("many marks in one week do not lie upon each other, at any width", () => {
  const week = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-31"];
  for (const width of [1055, 780, 640]) {
    const { placed, rows } = place(
      week.map((date) => mark(date, "1 марта")),
      2025,
      width,
    );
    assert.equal(placed.length, 6);
    assert.ok(rows >= 2);
    for (const mark of placed) {
      for (const other of placed) {
        if (mark === other || mark.row !== other.row) continue;
        const [from = 0, to = 0] = span(mark);
        const [start = 0, end = 0] = span(other);
        assert.ok(to < start || end < from, `${mark.id} lies upon ${other.id} at ${width}`);
      }
    }
  }
});

test("a place that is taken is left free", () => {
  const taken = [{ row: 0, from: 0, to: 1050 }];
  const { placed } = place([mark("2026-01-16", "№ 2")], 2025, 1050, taken);
  assert.equal(placed[0]?.row, 1);
});
