/** @import {Membership, Organisation, Person, PersonFacts, Role} from "../api/types/records" */
import { calledOn, factsOn, fullName } from "../words/people.js";
import { covers, holds, inRosterOrder } from "../words/roster.js";
import { derivedOf } from "./derived.js";
import { community } from "./file.js";
import { allOf, oneOf } from "./records.js";

/**
 * @typedef {object} Member
 * @property {Membership} membership
 * @property {Person} person
 * @property {PersonFacts} facts those of the day that was asked about
 * @property {Organisation | null} organisation
 * @property {string} name in full
 */

/**
 * Everybody who is, was or will be in the community, in the order of the paper.
 *
 * @param {string} on the day whose names, posts and schools are shown
 * @returns {Member[]}
 */
export function membersOf(on) {
  const members = allOf("membership").flatMap((membership) => {
    const person = oneOf("person", membership.person);
    const facts = person && factsOn(person, on);
    if (!person || !facts) return [];
    const organisation = oneOf("organisation", facts.organisation);
    return [{ membership, person, facts, organisation, name: fullName(facts.name) }];
  });
  return inRosterOrder(members);
}

/**
 * Members on a day, in the order of the roster.
 *
 * @param {string} on
 * @returns {string[]} people
 */
export const rosterOn = (on) =>
  membersOf(on)
    .filter(({ membership }) => covers(membership, on))
    .map(({ person }) => person.id);

/**
 * Who has a role on a day.
 *
 * @param {Role} role
 * @param {string} on
 */
export const withRole = (role, on) =>
  membersOf(on).find(({ membership }) => holds(membership, role, on))?.person.id ?? null;

/** The place in the roster of somebody who joins. */
export const nextPlace = () => derivedOf("community", community.value?.id)?.next_place ?? 0;

/**
 * People to be picked in a field: members of the day, and those already chosen, whoever they are.
 *
 * @param {string} on
 * @param {string[]} chosen
 */
export function pickable(on, chosen) {
  const members = membersOf(on).filter((member) => covers(member.membership, on));
  const others = chosen
    .filter((id) => !members.some((member) => member.person.id === id))
    .flatMap((id) => {
      const person = oneOf("person", id);
      const facts = person && factsOn(person, on);
      return person && facts ? [{ person, facts, organisation: null }] : [];
    });
  return [...members, ...others].map(({ person, facts, organisation }) => ({
    id: person.id,
    name: calledOn(person, on),
    full: fullName(facts.name),
    soft: organisation ? organisation.short_name || organisation.name : "",
  }));
}
