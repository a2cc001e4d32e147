/** @import {Reporter} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { folded } from "../../words/people.js";
import { speakerOf } from "./guests.js";
import { reporterOf } from "./reporters.js";

/*
 * A line of a pasted agenda: «О посещении уроков. Докладчик: Фомин Д. С.» is a question and who reports on it,
 * «Докладчики: Фомин Д. С., Ёлкина Ю. А., методист РИМК» are two, the second with a post.
 */

const REPORTERS = /[\s.,;(]+[Дд]окладчики?\s*[:—–-]?\s*(\p{Lu}.+?)[\s.)]*$/u;

/** Where a name begins: a surname with its capital, before or after initials. */
const NAME = /^(\p{Lu}\.\s?(\p{Lu}\.?\s?)?)?\p{Lu}\p{Ll}/u;

/**
 * @param {string} line
 * @param {Someone[]} people
 * @returns {{topic: string, reporters: Reporter[]}}
 */
export function agendaLine(line, people) {
  const found = REPORTERS.exec(line);
  const names = found?.[1]?.trim();
  if (!found || !names) return { topic: line, reporters: [] };
  const topic = line.slice(0, found.index).trim();
  if (!topic) return { topic: line, reporters: [] };
  /** @type {{name: string, post: string[]}[]} */
  const named = [];
  for (const part of names.split(/\s*[,;]\s*|\s+и\s+(?=\p{Lu})/u).filter(Boolean)) {
    const last = named.at(-1);
    if (last && !NAME.test(part)) last.post.push(part);
    else named.push({ name: part, post: [] });
  }
  return {
    topic,
    reporters: named.map(({ name, post }) => reporterOf(whoIs(name, people), post.join(", "))),
  };
}

/**
 * @param {string} name
 * @param {Someone[]} people
 */
function whoIs(name, people) {
  const same = people.filter((person) =>
    [person.name, person.full ?? ""].some((known) => known && tight(known) === tight(name)),
  );
  const [one] = same;
  if (one && same.length === 1) return speakerOf(one.id);
  // Initials lose their last full stop with the end of the line.
  return { named: /(^|[\s.])\p{Lu}$/u.test(name) ? `${name}.` : name };
}

/** «Фомин Д. С.» and «Фомин Д.С» are one name. @param {string} name */
const tight = (name) => folded(name).replace(/[\s.]/g, "");
