import assert from "node:assert/strict";
import { test } from "node:test";

import { contentsOf, firstDayOfReport } from "./contents.js";

const community = /** @type {any} */ ({
  settings: { second_half_ends: { month: 5, day: 31 } },
});

/** @param {object} more */
const kept = (more) =>
  /** @type {any} */ ({
    community,
    plans: [],
    meetings: [],
    attachments: [],
    memberships: [],
    ...more,
  });

/** @param {object} more */
const meeting = (more) => ({
  id: "m",
  school_year: 2025,
  status: "held",
  date: "2025-09-05",
  protocol: { number: 1, signed: null },
  ...more,
});

test("a year with nothing in it has nothing to hand over", () => {
  assert.deepEqual(contentsOf(kept({}), 2025, "2026-01-20"), []);
});

test("papers stand in the order of the delivery sheet, the report from May on", () => {
  const records = kept({
    plans: [
      { school_year: 2025, preliminary: false, approved: { date: "2025-09-12", number: "14" } },
      { school_year: 2026, preliminary: true, approved: null },
    ],
    meetings: [
      meeting({ id: "later", date: "2026-01-16" }),
      meeting({}),
      meeting({ id: "planned", status: "planned" }),
      meeting({ id: "other", school_year: 2024 }),
    ],
  });
  const inMay = contentsOf(records, 2025, "2026-05-01").map((one) => one.id);
  assert.deepEqual(inMay, ["plan", "report", "next", "m", "later", "register", "roster"]);
  const inJanuary = contentsOf(records, 2025, "2026-01-20").map((one) => one.id);
  assert.equal(inJanuary.includes("report"), false);
});

test("a protocol says whether it is signed and how many scans go with it", () => {
  const signed = meeting({ protocol: { number: 1, signed: { date: "2025-09-08" } } });
  const attachments = [{ belongs_to: "m", role: "signed_scan" }];
  const [protocol] = contentsOf(kept({ meetings: [signed], attachments }), 2025, "2025-10-01");
  assert.equal(protocol?.title, "Протокол №\u00a01 от 05.09.2025");
  assert.equal(
    protocol?.about,
    "подписан 8\u00a0сентября 2025\u00a0г., с ним 1\u00a0скан подписанного",
  );
});

test("the report begins with the last month of lessons of this very year", () => {
  assert.equal(firstDayOfReport(community, 2025), "2026-05-01");
});
