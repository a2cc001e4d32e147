/** @import {Chapter} from "../../../guide/tree.js" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { hitsOf, marked, stemsOf } from "./find.js";

/** @type {Chapter[]} */
const chapters = [
  {
    id: "handing-over",
    title: "Передача в РИМК",
    sections: [
      { title: "", blocks: [{ type: "text", inside: ["Собирает бумаги года."] }] },
      {
        title: "Записать",
        blocks: [
          {
            type: "list",
            ordered: true,
            items: [
              [{ type: "text", inside: ["Вставьте ", { type: "strong", inside: ["флешку"] }] }],
            ],
          },
        ],
      },
    ],
  },
];

/** @param {string} typed */
const places = (typed) => hitsOf(chapters, stemsOf(typed)).map(({ place }) => place);

test("words are found whatever their endings, in any order, all of them", () => {
  assert.deepEqual(places("флешка"), ["2"]);
  assert.deepEqual(places("ФЛЕШКЕ записать"), ["2"]);
  assert.deepEqual(places("бумага"), ["1"]);
  assert.deepEqual(places("флешка бумага"), []);
  assert.deepEqual(places("лешка"), []);
});

test("a hit names the section and its chapter; the beginning of a chapter names it once", () => {
  const [first] = hitsOf(chapters, stemsOf("передача"));
  assert.deepEqual([first?.title, first?.below], ["Передача в РИМК", ""]);
  const [second] = hitsOf(chapters, stemsOf("флешка"));
  assert.deepEqual([second?.title, second?.below], ["Записать", "Передача в РИМК"]);
});

test("the words found are marked and nothing of the text is lost", () => {
  const parts = marked("Вынули флешку, «отчёт» цел.", stemsOf("флешка отчет"));
  assert.equal(parts.map(({ part }) => part).join(""), "Вынули флешку, «отчёт» цел.");
  assert.deepEqual(
    parts.filter(({ found }) => found).map(({ part }) => part),
    ["флешку", "отчёт"],
  );
});
