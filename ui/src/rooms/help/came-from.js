import { effect } from "@preact/signals";

import { href, readRoute, route } from "../../state/route.js";

/** The address that the guide was opened from; the overview when it was the first to be opened. */
let from = href("overview");

effect(() => {
  const { room, id, place } = route.value;
  if (room !== "help") from = href(room, id, place);
});

/** Where the way back from the guide leads. */
export function cameFrom() {
  return from;
}

/** The room that the guide was opened from. */
export function cameFromRoom() {
  return readRoute(from).room;
}
