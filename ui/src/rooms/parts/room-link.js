/** @import {Kind} from "../../api/types/records" */
import { hrefOf, readRoute } from "../../state/route.js";
import { rooms } from "../index.js";

/**
 * Whether a room can be gone to: an address of a room that is not there would open the first one.
 *
 * @param {string} id
 */
export function hasRoom(id) {
  return rooms.some((one) => one.id === id);
}

/**
 * Where a record is seen, where its room is there.
 *
 * @param {Kind | null} kind
 * @param {string | null} [id]
 * @returns {string | null}
 */
export function linkTo(kind, id) {
  if (!kind) return null;
  const address = hrefOf(kind, id ?? "");
  return hasRoom(readRoute(address).room) ? address : null;
}
