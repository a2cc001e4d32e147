/** @import {Shown} from "../rooms/index.js" */
import { signal } from "@preact/signals";

import { Overview } from "../rooms/overview/Overview.jsx";

/** The first room stands with the window; the others come after it. */
const FIRST = "overview";

const loaded = signal(/** @type {{[id: string]: Shown}} */ ({ [FIRST]: Overview }));

/**
 * What draws a room; nothing as long as it is on its way, where asking for it sends for it.
 *
 * @param {string} id
 */
export function shownRoom(id) {
  const room = loaded.value[id] ?? null;
  if (!room) void loadOthers();
  return room;
}

/** Whether a room can be drawn at once. @param {string} id */
export const isFirst = (id) => id === FIRST;

/** Loads the other rooms; called again, it answers when they are there. */
export async function loadOthers() {
  const { others } = await import("../rooms/others.js");
  loaded.value = { ...loaded.value, ...others };
}
