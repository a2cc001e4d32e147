/** @import {Block, Inline, Section} from "./tree.js" */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import { chaptersOf, linksOf, readChapter, textOf } from "./chapter.js";
import { GUIDE, readGuide } from "./read.js";

/** The rooms that have an address; their list is JSX at its ends, which Node does not read. */
async function roomIds() {
  const list = await readFile(new URL("../src/rooms/index.js", import.meta.url), "utf8");
  return [...list.matchAll(/\bid: "([a-z-]+)"/g)].map(([, id]) => id ?? "");
}

/** @param {string} text */
const flat = (text) => text.replace(/[\s\u00a0]+/g, " ");

/** All that the page is made of but its tests, as one line. */
async function screenText() {
  const source = new URL("../src/", import.meta.url);
  const files = await readdir(source, { recursive: true });
  const texts = files
    .filter((file) => /\.jsx?$/.test(file) && !file.endsWith(".test.js"))
    .map((file) => readFile(new URL(file.replaceAll("\\", "/"), source), "utf8"));
  return flat((await Promise.all(texts)).join(" "));
}

/**
 * @param {Section[]} sections
 * @returns {string[]}
 */
function boldOf(sections) {
  /** @param {Block} block @returns {Inline[]} */
  const inside = (block) =>
    block.type === "list" ? block.items.flat().flatMap(inside) : block.inside;
  return sections
    .flatMap(({ blocks }) => blocks.flatMap(inside))
    .flatMap((inline) =>
      typeof inline !== "string" && inline.type === "strong" ? [textOf([inline])] : [],
    );
}

test("every chapter can be shown, has text, and stands in the contents", async () => {
  const written = (await readdir(GUIDE)).filter((file) => file.endsWith(".md"));
  const chapters = await readGuide();
  const files = chapters.map(({ id }) => (id === "help" ? "README.md" : `${id}.md`));
  assert.deepEqual(files.sort(), written.sort());
  assert.equal(new Set(chapters.map(({ id }) => id)).size, chapters.length);
  for (const { id, title, sections } of chapters) {
    assert.ok(title, id);
    assert.ok(
      sections.every(({ blocks }) => blocks.length > 0),
      `${id}: a heading without text`,
    );
  }
});

test("every link leads to a chapter or a room that is there", async () => {
  const chapters = await readGuide();
  const there = new Set([
    ...chapters.map(({ id }) => `#/help/${id}`),
    ...(await roomIds()).map((id) => `#/${id}`),
  ]);
  for (const chapter of chapters) {
    for (const link of linksOf(chapter)) assert.ok(there.has(link), `${chapter.id}: ${link}`);
  }
});

test("what the guide prints in bold stands on a screen, word for word", async () => {
  const screens = await screenText();
  for (const { id, sections } of await readGuide()) {
    for (const words of boldOf(sections)) {
      // «Начать … учебный год»: what stands between the words changes.
      for (const piece of words.split("…").map((part) => flat(part).trim())) {
        assert.ok(screens.includes(piece), `${id}.md: «${words}»`);
      }
    }
  }
});

test("F1 finds a chapter in every room", async () => {
  const chapters = (await readGuide()).map(({ id }) => id);
  const rooms = await roomIds();
  assert.ok(rooms.length > 5);
  for (const room of rooms) assert.ok(chapters.includes(room), room);
});

test("a chapter becomes text, lists, keys and links", () => {
  const chapter = readChapter(
    "a",
    "# Имя\n\nОдин\nдва `Ctrl+F`.\n\n## Как\n\n1. [План](plan.md)\n",
  );
  assert.deepEqual(chapter, {
    id: "a",
    title: "Имя",
    sections: [
      {
        title: "",
        blocks: [
          { type: "text", inside: ["Один два ", { type: "keys", inside: ["Ctrl+F"] }, "."] },
        ],
      },
      {
        title: "Как",
        blocks: [
          {
            type: "list",
            ordered: true,
            items: [
              [
                {
                  type: "text",
                  inside: [{ type: "link", to: "#/help/plan", inside: ["План"] }],
                },
              ],
            ],
          },
        ],
      },
    ],
  });
});

test("what the page cannot show is refused with its place", () => {
  for (const text of [
    "<b>жирно</b>",
    "<script>alert(1)</script>",
    "![рисунок](a.png)",
    "### Слишком глубоко",
    "> цитата",
    "[наружу](https://example.org)",
    "[код](javascript:alert(1))",
  ]) {
    assert.throws(() => readChapter("a", `# Имя\n\n${text}\n`), /^Error: a\.md:3: /, text);
  }
  assert.throws(() => readChapter("a", "Без заголовка\n"), /title of the chapter/);
});

test("the contents give the chapters their order", () => {
  const text = "# Справка\n\n- [План](plan.md)\n- [Раздел](#/plan)\n- [Состав](people.md)\n";
  assert.deepEqual(chaptersOf(readChapter("help", text)), ["plan", "people"]);
});
