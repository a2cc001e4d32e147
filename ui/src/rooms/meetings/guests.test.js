/** @import {Guest, Meeting} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { guestsOf, speakerOf, withGuestRenamed } from "./guests.js";
import { emptyItem, emptyProtocol } from "../../features/meeting-parts/parts.js";

/** @param {string} surname @param {Partial<Guest>} [some] @returns {Guest} */
const guest = (surname, some) => ({
  name: { surname, given: "Елена", patronymic: "Викторовна" },
  post: "",
  organisation: "",
  ...some,
});

/** @param {Partial<Meeting>} some @returns {Meeting} */
const meeting = (some) => ({
  id: "m",
  community: "c",
  school_year: 2025,
  date: "2026-01-16",
  last_day: null,
  begins: null,
  ends: null,
  status: "held",
  topic: "",
  place: "",
  venue: "",
  mode: null,
  mode_note: "",
  planned: null,
  chair: null,
  secretary: null,
  attendance: [],
  present_count: null,
  members_count: null,
  guests: [],
  guests_in_words: "",
  protocol: null,
  ...some,
});

test("guests are offered as speakers under the name that is printed", () => {
  const unnamed = guest("", { name: { surname: "", given: "", patronymic: "" } });
  const found = guestsOf(
    meeting({
      guests: [
        guest("Панина", { post: "методист", organisation: "РИМК" }),
        unnamed,
        guest("Панина"),
      ],
    }),
  );
  assert.equal(found.length, 1);
  assert.equal(found[0]?.name, "Панина\u00a0Е.\u00a0В.");
  assert.equal(found[0]?.soft, "методист, РИМК");
  assert.deepEqual(speakerOf(found[0]?.id ?? ""), { named: "Панина\u00a0Е.\u00a0В." });
  assert.deepEqual(speakerOf("some-person"), { person: "some-person" });
});

test("who spoke under a guest's former name follows its correction", () => {
  const item = {
    ...emptyItem("i"),
    reporters: [{ speaker: { named: "Панина Е. В." }, post: "методист" }],
    spoke: [
      { speaker: { named: "Панина Е. В." }, text: "о конкурсе" },
      { speaker: { named: "Другая А. А." }, text: "" },
      { speaker: { person: "p" }, text: "" },
    ],
  };
  const before = meeting({ protocol: { ...emptyProtocol(1), items: [item] } });
  const after = withGuestRenamed(before, "Панина Е. В.", "Пашина Е. В.");
  assert.deepEqual(after.protocol?.items[0]?.reporters, [
    { speaker: { named: "Пашина Е. В." }, post: "методист" },
  ]);
  assert.deepEqual(
    after.protocol?.items[0]?.spoke.map((speech) => speech.speaker),
    [{ named: "Пашина Е. В." }, { named: "Другая А. А." }, { person: "p" }],
  );
  assert.equal(withGuestRenamed(before, "", "Пашина Е. В."), before);
});
