import { effect, signal } from "@preact/signals";

import { file, year } from "./file.js";
import { hrefOfRoute, route } from "./route.js";

/*
 * Where each room was left: the record and the place in it. The rail leads back there, so that a look into
 * another room costs nothing. Another file, another year: the rooms begin anew.
 */

const left = signal(/** @type {ReadonlyMap<string, string>} */ (new Map()));

effect(() => {
  void file.value;
  void year.value;
  left.value = new Map();
});

effect(() => {
  const { room } = route.value;
  left.value = new Map(left.peek()).set(room, hrefOfRoute(route.value));
});

/**
 * Where the entry of a room leads: to where it was left; pressed in the room itself, to its beginning.
 *
 * @param {string} room
 * @param {string} beginning
 */
export function wayTo(room, beginning) {
  return (route.value.room !== room && left.value.get(room)) || beginning;
}
