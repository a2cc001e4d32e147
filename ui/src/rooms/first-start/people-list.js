/** @import {FirstPerson} from "../../api/types/views" */
import { sameSchool } from "../../words/alike.js";
import { folded } from "../../words/people.js";

/*
 * A list of people that is pasted into the first start: what of the clipboard is one, and how its people join those
 * that are typed already.
 */

/**
 * Whether it is a list: several lines, or cells of a table. A single name stays in the field.
 *
 * @param {string} text
 * @param {string} html
 */
export function isList(text, html) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  return (
    lines.length > 1 || /\t/.test(text.trim()) || (/<table[\s>]/i.test(html) && lines.length > 1)
  );
}

/** @param {FirstPerson} person */
const isEmpty = ({ name, post, organisation }) =>
  ![name, post, organisation].some((text) => text.trim());

/**
 * The people with those of a list: rows left empty go, whoever is typed already gets what the list knows besides, the
 * leader stays the first.
 *
 * @param {FirstPerson[]} people
 * @param {FirstPerson[]} list
 * @returns {{people: FirstPerson[], first: number, added: number}} `first` is the place of the first one of the list
 */
export function withList(people, list) {
  const [leader, ...others] = people;
  const next = leader ? [leader, ...others.filter((other) => !isEmpty(other))] : [];
  let first = next.length;
  let added = 0;
  for (const read of list) {
    // Two people of one name, each at another school, are two.
    const named = next.findIndex(
      (other) =>
        folded(other.name) === folded(read.name) &&
        (!other.organisation.trim() ||
          !read.organisation.trim() ||
          sameSchool(other.organisation, read.organisation)),
    );
    const head = next[0];
    const at = named >= 0 ? named : read.leader && head && !head.name.trim() ? 0 : next.length;
    const secretary = read.secretary && at > 0 && !next.some((other) => other.secretary);
    if (at < next.length) {
      const before = /** @type {FirstPerson} */ (next[at]);
      next[at] = {
        ...before,
        name: before.name.trim() || read.name,
        post: before.post.trim() || read.post,
        organisation: before.organisation.trim() || read.organisation,
        category: before.category === "not_applicable" ? read.category : before.category,
        works_since: before.works_since ?? read.works_since ?? null,
        in_specialty_since: before.in_specialty_since ?? read.in_specialty_since ?? null,
        courses: before.courses?.length ? before.courses : (read.courses ?? []),
        contact: before.contact?.trim() || (read.contact ?? ""),
        more: before.more ?? read.more,
        remarks: read.remarks ?? [],
        secretary: before.secretary || secretary,
      };
      first = Math.min(first, at);
    } else {
      next.push({ ...read, leader: false, secretary });
      added += 1;
    }
  }
  return { people: next, first: Math.min(first, Math.max(0, next.length - 1)), added };
}

/**
 * Organisations that are typed already, each once, to be picked for the next person.
 *
 * @param {FirstPerson[]} people
 * @param {number} but the person who is asked about
 */
export function schoolsTyped(people, but) {
  const names = people.filter((_, at) => at !== but).map((person) => person.organisation.trim());
  return [...new Set(names)].filter(Boolean).map((name) => ({ id: name, name }));
}
