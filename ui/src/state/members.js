/** @import {Membership, Organisation, Person, PersonFacts, Role} from "../api/types/records" */
import { factsOn, fullName, withInitials } from "../words/people.js";
import { community } from "./file.js";
import { allOf, oneOf } from "./records.js";

/**
 * @typedef {object} Member
 * @property {Membership} membership
 * @property {Person} person
 * @property {PersonFacts} facts those of the day that was asked about
 * @property {Organisation | null} organisation
 */

/**
 * Everybody who is, was or will be in the community, in the order of the paper: by place, then by surname.
 *
 * @param {string} on the day whose names, posts and schools are shown
 * @returns {Member[]}
 */
export function membersOf(on) {
  const whose = community.value?.id;
  return allOf("membership")
    .filter((one) => one.community === whose)
    .flatMap((membership) => {
      const person = oneOf("person", membership.person);
      const facts = person && factsOn(person, on);
      if (!person || !facts) return [];
      return [
        { membership, person, facts, organisation: oneOf("organisation", facts.organisation) },
      ];
    })
    .sort(
      (a, b) =>
        a.membership.place - b.membership.place ||
        fullName(a.facts.name).localeCompare(fullName(b.facts.name), "ru"),
    );
}

/**
 * Whether a membership holds on a day; its last day belongs to it.
 *
 * @param {Membership} membership
 * @param {string} on
 */
export const covers = ({ from, to }, on) => from <= on && (to === null || on <= to);

/**
 * The role that a member has on a day.
 *
 * @param {Membership} membership
 * @param {string} on
 * @returns {Role | null}
 */
export function roleOn(membership, on) {
  const held = membership.roles.filter(
    ({ from, to }) => (from ?? "") <= on && (to === null || on <= to),
  );
  return (held.find((one) => one.role === "leader") ?? held[0])?.role ?? null;
}

/**
 * The place of somebody who joins. Where nobody has a place of its own, the roster goes by surnames, and the newcomer
 * takes part in that.
 *
 * @param {string} on
 */
export function nextPlace(on) {
  const last = Math.max(0, ...membersOf(on).map((one) => one.membership.place));
  return last > 0 ? last + 1 : 0;
}

/**
 * People to be picked in a field: members of the day, and those already chosen, whoever they are.
 *
 * @param {string} on
 * @param {string[]} chosen
 */
export function pickable(on, chosen) {
  const members = membersOf(on).filter((one) => covers(one.membership, on));
  const others = chosen
    .filter((id) => !members.some((one) => one.person.id === id))
    .flatMap((id) => {
      const person = oneOf("person", id);
      const facts = person && factsOn(person, on);
      return person && facts ? [{ person, facts, organisation: null }] : [];
    });
  return [...members, ...others].map(({ person, facts, organisation }) => ({
    id: person.id,
    name: withInitials(facts.name),
    full: fullName(facts.name),
    soft: organisation ? organisation.short_name || organisation.name : "",
  }));
}
