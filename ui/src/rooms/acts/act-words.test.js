/** @import {LegalAct} from "../../api/types/records" */
import assert from "node:assert/strict";
import { test } from "node:test";

import { below, heading, headOf, studied } from "./act-words.js";

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

test("under the title stands what is worth knowing at a glance", () => {
  assert.equal(below(act({}), "действует", true), "Приказ от 31.05.2021 №\u00a0287");
  assert.equal(
    below(act({ for_study: true, title: "" }), "утратил силу", false),
    "утратил силу, изучить на заседании",
  );
});

test("the question names the document in full", () => {
  assert.equal(studied(act({}), "Приказ № 1"), "Об изучении документа: Приказ № 1");
  assert.equal(studied(act({}), ""), "Об изучении документа: Об утверждении ФГОС");
});
