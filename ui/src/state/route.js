/** @import {Kind} from "../api/types/records" */
import { signal } from "@preact/signals";

import { JOURNALS } from "../api/types/journals.js";
import { KINDS } from "../api/types/kinds.js";

/**
 * @typedef {object} Route where in the program the person is: `#/meetings/<id>/<place>/<words>`
 * @property {string} room
 * @property {string} id a record of the room, or empty
 * @property {string} place a place inside the record, or empty
 * @property {string} words what was found in the record and is to be shown there, or empty
 */

/**
 * The rooms by the first word of their address; `rooms/index.js` has each of them. Those where records are seen come from
 * what the kinds declare.
 */
export const ROOM_IDS = new Set([
  "overview",
  ...Object.values(KINDS).map((kind) => kind.words.room),
  "decisions",
  "methodical",
  ...JOURNALS.map(({ room }) => room),
  "help",
  "search",
]);

/**
 * @param {string} hash
 * @returns {Route}
 */
export function readRoute(hash) {
  const [room = "", id = "", place = "", words = ""] = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decoded);
  return { room: room || "overview", id, place, words };
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    // A hash that a person broke by hand leads to nothing rather than to a fault.
    return "";
  }
}

/**
 * The address of a room, of a record in it, of a place in the record, of words in it.
 *
 * @param {string} room
 * @param {string} [id]
 * @param {string} [place]
 * @param {string} [words]
 */
export function href(room, id = "", place = "", words = "") {
  const parts = [room, id, place, words].map(encodeURIComponent);
  while (parts.at(-1) === "") parts.pop();
  return `#/${parts.join("/")}`;
}

/**
 * The address of where one is, to come back to: words that were found there once are not looked for again.
 *
 * @param {Route} here
 */
export const hrefOfRoute = ({ room, id, place }) => href(room, id, place);

/**
 * Where a record of this kind is opened.
 *
 * @param {Kind} kind
 * @param {string} id
 * @param {string} [place]
 * @param {string} [words]
 */
export function hrefOf(kind, id, place, words) {
  return href(KINDS[kind].words.room, id, place, words);
}

/**
 * Where a record is opened, where there is one to be named.
 *
 * @param {Kind | null} kind
 * @param {string | null} [id]
 * @returns {string | null}
 */
export const linkTo = (kind, id) => (kind ? hrefOf(kind, id ?? "") : null);

/** Where the person is now. */
export const route = signal(readRoute(""));

/**
 * Follows the address from now on; called once, at the start.
 *
 * @param {(act: () => void) => void} leave leaves what is on the screen for another room or record, at once or when what
 *   is typed there is on the disk; the person may also stay
 */
export function followAddress(leave = (act) => act()) {
  const follow = () => {
    const next = readRoute(location.hash);
    const { room, id } = route.value;
    if (next.room === room && next.id === id) route.value = next;
    else {
      // Until it is left, the address says where the person still is.
      let left = false;
      leave(() => {
        left = true;
        route.value = next;
        if (location.hash !== hrefOfRoute(next)) history.replaceState(null, "", hrefOfRoute(next));
      });
      if (!left) history.replaceState(null, "", hrefOfRoute(route.value));
    }
  };
  addEventListener("hashchange", follow);
  route.value = readRoute(location.hash);
}

/**
 * Goes to an address made by `href`.
 *
 * @param {string} to
 */
export function go(to) {
  location.hash = to;
}

/**
 * Names the place where the person already is: nothing moves, and the way back does not lead through it.
 *
 * @param {string} here
 */
export function stayAt(here) {
  history.replaceState(null, "", here);
  route.value = readRoute(here);
}
