import { effect, signal } from "@preact/signals";

import { file } from "./file.js";

/** @type {Map<string, import("@preact/signals").Signal<any>>} */
const kept = new Map();

// What was chosen in one file means nothing in another.
effect(() => {
  void file.value;
  kept.clear();
});

/**
 * A state that outlives the room: whoever looks into another room for a moment finds the chosen view, the
 * filter, the pasted table as they were. It ends with the program, and with the file.
 *
 * @template T
 * @param {string} key unique in the page: «plan view», with what it belongs to: `table ${year}`
 * @param {T} initial
 * @returns {[T, (next: T | ((now: T) => T)) => void]}
 */
export function useKept(key, initial) {
  const held = kept.get(key) ?? signal(initial);
  kept.set(key, held);
  return [
    held.value,
    (next) => {
      held.value =
        typeof next === "function" ? /** @type {(now: T) => T} */ (next)(held.peek()) : next;
    },
  ];
}
