/** @import {LegalAct} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { below, heading, headOf, inList, studied, titleInList } from "./act-words.js";

/** @param {Partial<LegalAct>} of @returns {LegalAct} */
const act = (of) => ({
  id: "a",
  community: "c",
  kind: "приказ",
  issuer: "",
  number: "287",
  date: "2021-05-31",
  title: "Об утверждении ФГОС",
  link: "",
  in_force_from: null,
  in_force_until: null,
  note: "",
  for_study: false,
  own_regulation: false,
  acquainted: [],
  ...of,
});

test("a document is called by its title, or by what is known of it", () => {
  assert.equal(heading(act({})), "Об утверждении ФГОС");
  assert.equal(heading(act({ title: " " })), "Приказ от 31.05.2021 №\u00a0287");
  assert.equal(
    heading(act({ title: "", kind: "", number: "", date: null })),
    "Документ без названия",
  );
  assert.equal(headOf(act({ number: "", date: null })), "Приказ");
});

test("the list says first what a document is, and then its title", () => {
  assert.equal(inList(act({ number: "№ 287" })), "Приказ от 31.05.2021 №\u00a0287");
  assert.equal(titleInList(act({})), "Об утверждении ФГОС");
  const long = titleInList(act({ title: `Об утверждении ${"стандарта ".repeat(20)}` }));
  assert.ok(long.endsWith("стандарта…") && long.length < 75, long);
  const bare = act({ kind: "", number: "", date: null });
  assert.deepEqual([inList(bare), titleInList(bare)], ["Об утверждении ФГОС", ""]);
});

test("what is out of the ordinary is said", () => {
  assert.equal(below(act({}), "действует", true), "");
  assert.equal(
    below(act({ for_study: true }), "утратил силу", false),
    "утратил силу, изучить на заседании",
  );
});

test("the question names the document in full", () => {
  assert.equal(studied(act({}), "Приказ № 1"), "Об изучении документа: Приказ № 1");
  assert.equal(studied(act({}), ""), "Об изучении документа: Об утверждении ФГОС");
});
