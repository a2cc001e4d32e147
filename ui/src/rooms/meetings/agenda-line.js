/** @import {Speaker} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { folded } from "../../words/people.js";
import { speakerOf } from "./guests.js";

/*
 * A line of a pasted agenda: «О посещении уроков. Докладчик: Фомин Д. С.» is a question and who reports on it.
 */

const REPORTER = /[\s.,;(]+[Дд]окладчики?\s*[:—–-]?\s*(\p{Lu}.+?)[\s.)]*$/u;

/**
 * @param {string} line
 * @param {Someone[]} people
 * @returns {{topic: string, reporter: Speaker | null}}
 */
export function agendaLine(line, people) {
  const found = REPORTER.exec(line);
  const name = found?.[1]?.trim();
  if (!found || !name) return { topic: line, reporter: null };
  const topic = line.slice(0, found.index).trim();
  if (!topic) return { topic: line, reporter: null };
  const [alone = ""] = name.split(",");
  const same = people.filter((person) =>
    [person.name, person.full ?? ""].some((known) => known && tight(known) === tight(alone)),
  );
  const [one] = same;
  // Initials lose their last full stop with the end of the line.
  const named = /\p{Lu}$/u.test(name) ? `${name}.` : name;
  return { topic, reporter: one && same.length === 1 ? speakerOf(one.id) : { named } };
}

/** «Фомин Д. С.» and «Фомин Д.С» are one name. @param {string} name */
const tight = (name) => folded(name).replace(/[\s.]/g, "");
