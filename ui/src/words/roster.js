/** @import {Membership, Role} from "../api/types/records" */
import { alphabetical } from "./alphabet.js";

/*
 * Who is a member on a day, in which order and role. For today and for the day of a meeting the program says it with the
 * records; this is for a day that a person has just named. The rule of the papers (`CommunityRecords::roster`,
 * `Membership::role`), held to the same table of cases.
 */

/**
 * Whether a membership holds on a day; its last day belongs to it.
 *
 * @param {Pick<Membership, "from" | "to">} membership
 * @param {string} on
 */
export const covers = ({ from, to }, on) => from <= on && (to === null || on <= to);

/**
 * Whether a member has a role on a day.
 *
 * @param {Pick<Membership, "from" | "to" | "roles">} membership
 * @param {Role} role
 * @param {string} on
 */
export const holds = (membership, role, on) =>
  covers(membership, on) &&
  membership.roles.some(
    (period) =>
      period.role === role && (period.from ?? "") <= on && (period.to === null || on <= period.to),
  );

/**
 * The role that a member has on a day; whoever leads and writes is called the leader.
 *
 * @param {Pick<Membership, "from" | "to" | "roles">} membership
 * @param {string} on
 * @returns {Role | null}
 */
export function roleOn(membership, on) {
  const roles = /** @type {Role[]} */ (["leader", "secretary"]);
  return roles.find((role) => holds(membership, role, on)) ?? null;
}

/**
 * The order of the roster: place, surname as in a dictionary, identifier.
 *
 * @template {{membership: Pick<Membership, "id" | "place">, name: string}} Member
 * @param {Member[]} members
 * @returns {Member[]}
 */
export const inRosterOrder = (members) =>
  [...members].sort(
    (a, b) =>
      a.membership.place - b.membership.place ||
      alphabetical(a.name, b.name) ||
      Number(a.membership.id > b.membership.id) - Number(a.membership.id < b.membership.id),
  );
