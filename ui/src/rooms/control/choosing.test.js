/** @import {ControlLine} from "../../api/types/control" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, isNarrowed, keyOf, namesOf, OPEN } from "./choosing.js";

/** @param {Partial<ControlLine>} what */
const line = (what) =>
  /** @type {ControlLine} */ (
    /** @type {unknown} */ ({
      kind: "activity",
      record: "a",
      part: null,
      who: [],
      schools: [],
      standing: "open",
      ...what,
    })
  );

test("what is open is all that nobody has marked, late or not", () => {
  const lines = ["late", "soon", "open", "closed"].map((standing) =>
    line({ standing: /** @type {ControlLine["standing"]} */ (standing) }),
  );
  assert.equal(chosen(lines, OPEN).length, 3);
  assert.equal(chosen(lines, { ...OPEN, which: "late" }).length, 1);
  assert.equal(chosen(lines, { ...OPEN, which: "closed" }).length, 1);
  assert.equal(chosen(lines, { ...OPEN, which: "all" }).length, 4);
});

test("lines are chosen by where they come from, who answers and which school they concern", () => {
  const lines = [
    line({ kind: "meeting", record: "m", part: "d", who: ["Ларина С. Ю."] }),
    line({ kind: "road_map", who: ["директор школы, завуч"], schools: ["s"] }),
  ];
  const keys = (/** @type {Partial<typeof OPEN>} */ part) =>
    chosen(lines, { ...OPEN, ...part }).map(({ kind }) => kind);
  assert.deepEqual(keys({ source: "meeting" }), ["meeting"]);
  assert.deepEqual(keys({ who: "завуч" }), ["road_map"]);
  assert.deepEqual(keys({ school: "s" }), ["road_map"]);
  assert.deepEqual(keys({ school: "s", source: "meeting" }), []);
  assert.ok(isNarrowed({ ...OPEN, who: "завуч" }) && !isNarrowed(OPEN));
  assert.deepEqual(namesOf(line({ who: ["Фомин Д. С.", "директор; завуч"] })), [
    "Фомин Д. С.",
    "директор",
    "завуч",
  ]);
});

test("a line is known by its place in the record", () => {
  assert.equal(keyOf(line({ part: "d" })), "d");
  assert.equal(keyOf(line({})), "a");
});
