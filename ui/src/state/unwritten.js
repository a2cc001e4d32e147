/** @import {Record as AnyRecord} from "../api/types/records" */
import { KINDS } from "../api/types/kinds.js";
import { longDate } from "../words/dates.js";

/*
 * What of a record in a form is not on the disk, in words: for a person who has to decide about it, or to copy it.
 */

/** Identifiers, and words that the program has for its own choices («in_person»). */
const NOT_TEXT = /^[\da-f]{8}-[\da-f-]{27}$|^[a-z_]*$|^[\da-f]{64}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * The texts of a record that the disk does not have, each on a line of its own, in the order of the form.
 *
 * @param {AnyRecord} typed
 * @param {AnyRecord | undefined} kept as the disk has it; nothing for a new record
 * @returns {string}
 */
export function unwrittenText(typed, kept) {
  const known = new Set(kept ? textsOf(kept.record) : []);
  const fresh = textsOf(typed.record).filter((text) => !known.has(text));
  return [...new Set(fresh)].map((text) => (DATE.test(text) ? longDate(text) : text)).join("\n");
}

/**
 * @param {unknown} thing
 * @returns {string[]}
 */
function textsOf(thing) {
  if (typeof thing === "string") return NOT_TEXT.test(thing) ? [] : [thing];
  if (typeof thing !== "object" || thing === null) return [];
  return Object.values(thing).flatMap(textsOf);
}

/**
 * What a record is called where several are told of: «заседание «Наставничество»».
 *
 * @param {AnyRecord} record
 */
export function calledRecord({ kind, record }) {
  const own = /** @type {{[field: string]: unknown}} */ (/** @type {unknown} */ (record));
  const name = [own.topic, own.short_name, own.name, own.title, own.number].find(
    (word) => typeof word === "string" && word.trim(),
  );
  const number = kind === "meeting" && record.protocol?.number;
  if (number) return `протокол №\u{a0}${number}`;
  return name ? `${KINDS[kind].words.one} «${String(name).trim()}»` : KINDS[kind].words.one;
}
