import assert from "node:assert/strict";
import { test } from "node:test";

import { ROOM_IDS, href, hrefOf, linkTo, readRoute } from "./route.js";

test("an address is read back as it was made, whatever was searched for", () => {
  for (const words of ["банк практик", "а/б", "100 %", "#1", "«кавычки»"]) {
    assert.deepEqual(readRoute(href("search", words)), {
      room: "search",
      id: words,
      place: "",
      words: "",
    });
  }
  assert.deepEqual(readRoute(href("meetings", "m1", "1.2")), {
    room: "meetings",
    id: "m1",
    place: "1.2",
    words: "",
  });
  assert.deepEqual(readRoute(href("meetings", "m1", "", "банк практик")), {
    room: "meetings",
    id: "m1",
    place: "",
    words: "банк практик",
  });
});

test("no address is the overview, and a broken one is no fault", () => {
  assert.equal(readRoute("").room, "overview");
  assert.equal(readRoute("#/").room, "overview");
  assert.deepEqual(readRoute("#/meetings/%E0%A4%A"), {
    room: "meetings",
    id: "",
    place: "",
    words: "",
  });
});

test("empty ends leave no slashes, and a record is opened in its room", () => {
  assert.equal(href("plan"), "#/plan");
  assert.equal(href("plan", "", "x"), "#/plan//x");
  assert.equal(hrefOf("activity", "a1"), "#/plan/a1");
  assert.equal(hrefOf("submission", "s1"), "#/handing-over/s1");
  assert.equal(linkTo("meeting", null), "#/meetings");
  assert.equal(linkTo(null, "m1"), null);
  for (const room of ["overview", "documents", "handing-over", "search"])
    assert.ok(ROOM_IDS.has(room));
});
