import assert from "node:assert/strict";
import { test } from "node:test";

import { asPhrase, phrasesFor, sentenceStart, withPhrase } from "./match.js";

const BANK = [
  "Принять информацию к сведению",
  "Принять информацию к сведению и использовать в работе",
  "Признать работу удовлетворительной",
  "Ещё раз обсудить итоги",
];

test("a few letters find the phrases that begin so, then those with such a word", () => {
  assert.deepEqual(phrasesFor(BANK, "приз"), [BANK[2]]);
  assert.deepEqual(phrasesFor(BANK, "ПРИНЯТЬ  инф"), BANK.slice(0, 2));
  assert.deepEqual(phrasesFor(BANK, "итог"), [BANK[3]]);
  assert.deepEqual(phrasesFor(BANK, "еще"), [BANK[3]]);
});

test("ordinary typing is left in peace", () => {
  assert.deepEqual(phrasesFor(BANK, ""), []);
  assert.deepEqual(phrasesFor(BANK, "п"), []);
  assert.deepEqual(phrasesFor(BANK, "Принять план"), []);
  assert.deepEqual(phrasesFor(BANK, "Признать работу удовлетворительной"), []);
  assert.equal(sentenceStart("Принять и ещё", 7), null);
});

test("the sentence at the caret becomes the phrase, what stood before it stays", () => {
  assert.deepEqual(withPhrase("приз", 4, "Признать работу удовлетворительной"), {
    text: "Признать работу удовлетворительной.",
    caret: 35,
  });
  const before = "Итоги обсудили в п. 2. ";
  const { text, caret } = withPhrase(`${before}прин`, before.length + 4, "Принять к сведению");
  assert.equal(text, `${before}Принять к сведению.`);
  assert.equal(caret, text.length);
  const lines = withPhrase("прин\nДальше", 4, "Принять к сведению");
  assert.equal(lines.text, "Принять к сведению.\nДальше");
});

test("a kept phrase is one line without its last full stop", () => {
  assert.equal(asPhrase(" Принять\n к сведению. "), "Принять к сведению");
  assert.equal(asPhrase("и так далее..."), "и так далее...");
});
