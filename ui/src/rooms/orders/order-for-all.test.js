/** @import {Membership} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { byOrder, changesOf, withoutOrder } from "./order-for-all.js";

/** @param {string} id @param {Partial<Membership>} [what] @returns {Membership} */
const member = (id, what) => ({
  id,
  community: "c",
  person: `p-${id}`,
  from: "2026-09-01",
  to: null,
  joined_by: null,
  left_by: null,
  place: 0,
  roles: [],
  ...what,
});

test("those of whom no order is known are offered", () => {
  const all = [
    member("a"),
    member("b", { joined_by: "o" }),
    member("c", { joined_by: "o", to: "2026-11-01" }),
    member("d", { joined_by: "o", to: "2026-11-01", left_by: "o" }),
  ];
  const ids = (/** @type {Membership[]} */ some) => some.map(({ id }) => id);
  assert.deepEqual(ids(withoutOrder(all, "joined")), ["a"]);
  assert.deepEqual(ids(withoutOrder(all, "left")), ["c"]);
});

test("one entry holds the order and all whom it names", () => {
  const members = byOrder([member("a"), member("b")], "o", "joined");
  assert.deepEqual(
    members.map((member) => [member.joined_by, member.left_by]),
    [
      ["o", null],
      ["o", null],
    ],
  );
  const order = /** @type {any} */ ({ id: "o" });
  assert.deepEqual(
    changesOf(order, members).map(({ kind }) => kind),
    ["order", "membership", "membership"],
  );
  assert.equal(changesOf(null, members).length, 2);
  assert.equal(byOrder([member("a")], "o", "left")[0]?.left_by, "o");
});
