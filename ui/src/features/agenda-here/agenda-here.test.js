/** @import {Meeting} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { emptyItem, emptyProtocol } from "../meeting-parts/parts.js";
import { openFor, questionsAbout } from "./questions.js";

/** @param {string} id @param {Partial<Meeting>} of @param {(string | null)[]} about @returns {Meeting} */
const meeting = (id, of, about = []) =>
  /** @type {Meeting} */ (
    /** @type {unknown} */ ({
      id,
      date: "2026-01-16",
      last_day: null,
      status: "planned",
      ...of,
      protocol: {
        ...emptyProtocol(1),
        ...of.protocol,
        items: about.map((record, at) => ({ ...emptyItem(`${id}${at}`), about: record })),
      },
    })
  );

const signed = { ...emptyProtocol(1), signed: { date: "2026-01-20", paper: null } };

test("the questions about a record are found in all meetings, the latest first", () => {
  const meetings = [
    meeting("a", { date: "2025-09-05", protocol: signed }, ["act", null]),
    meeting("b", { date: "2026-01-16" }, ["other", "act"]),
    meeting("c", {}, []),
  ];
  const found = questionsAbout(meetings, "act");
  assert.deepEqual(
    found.map(({ meeting: { id }, at }) => [id, at]),
    [
      ["b", 1],
      ["a", 0],
    ],
  );
});

test("a question goes only into a meeting that is not over, signed, cancelled or deals with it already", () => {
  const meetings = [
    meeting("later", { date: "2026-05-22" }),
    meeting("today", { date: "2026-01-16", status: "held" }),
    meeting("several days", { date: "2026-01-10", last_day: "2026-01-17" }),
    meeting("past", { date: "2026-01-15" }),
    meeting("signed", { protocol: signed }),
    meeting("cancelled", { status: "cancelled" }),
    meeting("has it", {}, ["act"]),
  ];
  const open = openFor(meetings, "act", "2026-01-16").map(({ id }) => id);
  assert.deepEqual(open, ["several days", "today", "later"]);
});
