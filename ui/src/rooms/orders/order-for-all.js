/** @import {Membership, Order, Record as AnyRecord} from "../../api/types/records" */

/** The address of the form within the room. */
export const FOR_ALL = "for-all";

/** @typedef {"joined" | "left"} Change who joined by the order, or who left by it */

/**
 * Who may be named by an order: those of whom no order is known yet.
 *
 * @param {Membership[]} members
 * @param {Change} change
 */
export const withoutOrder = (members, change) =>
  members.filter((member) =>
    change === "joined" ? member.joined_by === null : member.to !== null && member.left_by === null,
  );

/**
 * The memberships as they are once the order is entered for them.
 *
 * @param {Membership[]} members
 * @param {string} order
 * @param {Change} change
 * @returns {Membership[]}
 */
export const byOrder = (members, order, change) =>
  members.map((member) =>
    change === "joined" ? { ...member, joined_by: order } : { ...member, left_by: order },
  );

/**
 * All that one entry of an order changes.
 *
 * @param {Order | null} order a new one, which comes first: the others name it
 * @param {Membership[]} members as they become
 * @returns {AnyRecord[]}
 */
export const changesOf = (order, members) => [
  ...(order ? [/** @type {AnyRecord} */ ({ kind: "order", record: order })] : []),
  ...members.map((record) => /** @type {AnyRecord} */ ({ kind: "membership", record })),
];
