import assert from "node:assert/strict";
import { test } from "node:test";

import { certificateName, isCertificateOf } from "./certificates.js";

const course = { title: "Физика: новое содержание", certificate: "62 № 17", finished: "2026" };

test("a certificate is called by its course, or by what else is known of it", () => {
  assert.equal(certificateName(course), "Удостоверение — Физика: новое содержание");
  assert.equal(certificateName({ ...course, title: "" }), "Удостоверение — 62 № 17");
});

test("a file is known by its name, whatever signs a stick has changed in it", () => {
  const named = (/** @type {string} */ name) => isCertificateOf({ name }, course);
  assert.ok(named("Удостоверение — Физика новое содержание.pdf"));
  assert.ok(named("Удостоверение — Физика- новое содержание (2).jpg"));
  assert.ok(!named("Удостоверение — Химия.pdf"));
  const long = { ...course, title: "Смысловое чтение ".repeat(20) };
  const cut = `${certificateName(long).slice(0, 90)}.pdf`;
  assert.ok(isCertificateOf({ name: cut }, long));
});
