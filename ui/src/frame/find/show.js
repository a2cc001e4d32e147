/** @import {Spot} from "./spots.js" */
import { elementOf, findSpots, unfold } from "./spots.js";

/*
 * Marks what was found and brings one place of it into sight. Words between fields are marked where they stand;
 * those in a field of several lines on the unseen copy behind it, which is then seen; a field of one line is
 * marked as a whole.
 */

const ALL = "found";
const NOW = "found-now";

/** Takes all marks away. */
export function clearMarks() {
  CSS.highlights?.delete(ALL);
  CSS.highlights?.delete(NOW);
  for (const element of document.querySelectorAll("[data-found]"))
    element.removeAttribute("data-found");
}

/**
 * @param {Spot[]} spots
 * @param {Spot} now the one that is shown
 */
function mark(spots, now) {
  clearMarks();
  const ranges = (/** @type {Spot[]} */ some) => some.flatMap((spot) => rangeOf(spot) ?? []);
  const others = ranges(spots.filter((spot) => spot !== now));
  const here = ranges([now]);
  if (!CSS.highlights) return;
  CSS.highlights.set(ALL, new Highlight(...others));
  CSS.highlights.set(NOW, new Highlight(...here));
}

/** @param {Spot} spot */
function rangeOf({ field, text, from, to }) {
  const behind = field?.parentElement?.querySelector(":scope > .grows__copy");
  const inside = text ?? behind?.firstChild;
  (behind ? behind.parentElement : field)?.setAttribute("data-found", "");
  if (!(inside instanceof Text) || to > inside.length) return null;
  const range = new Range();
  range.setStart(inside, from);
  range.setEnd(inside, to);
  return range;
}

/** Frames that a fold, or a room that was just entered, may take until its form is there. */
const FRAMES = 60;
const nextFrame = () => new Promise((ready) => requestAnimationFrame(ready));

/**
 * Shows one of the places. Where it is folded away the fold opens, and the place is looked for anew in its form.
 *
 * @param {string} typed
 * @param {Spot[]} spots
 * @param {number} at which one
 * @returns {Promise<Spot | null>} the place that is in sight
 */
export async function show(typed, spots, at) {
  const spot = spots[at];
  clearMarks();
  if (!spot) return null;
  const { fold } = spot;
  if (!fold) return present(spots, spot);
  const within = spots.filter((other) => other.fold === fold).indexOf(spot);
  unfold(spot);
  for (let left = FRAMES; left > 0 && fold.isConnected; left -= 1) {
    await nextFrame();
    const now = await findSpots(typed);
    const inside = now.filter((found) => {
      const element = elementOf(found);
      return element && !found.fold && fold.contains(element) && !element.closest("summary");
    });
    const there = inside[Math.min(within, inside.length - 1)];
    if (there) return present(now, there);
  }
  return null;
}

/**
 * @param {Spot[]} spots
 * @param {Spot} spot
 */
function present(spots, spot) {
  mark(spots, spot);
  const element = elementOf(spot);
  element?.scrollIntoView({ block: "center" });
  // The sheet beside the form shows the place too, though a signed protocol takes no caret.
  element?.dispatchEvent(new CustomEvent("shown", { bubbles: true }));
  return spot;
}

/**
 * Puts the caret behind the found word. It is not selected: the next letter must not wipe it out.
 *
 * @param {Spot} spot
 */
export function goInto({ field, to }) {
  if (!field || field.disabled || field.readOnly || field.closest("fieldset:disabled")) return;
  field.focus({ preventScroll: true });
  if (field.type !== "number") field.setSelectionRange(to, to);
}

/**
 * Shows what the search has found in a record when the record has come to the screen: the place where most of the
 * words stand together.
 *
 * @param {string} typed
 * @returns {() => void} calls it off
 */
export function showWhenThere(typed) {
  let gone = false;
  void (async () => {
    for (let left = FRAMES; left > 0 && !gone; left -= 1) {
      await nextFrame();
      const spots = await findSpots(typed);
      if (spots.length === 0 || gone) continue;
      const together = (/** @type {Spot} */ spot) =>
        spots.filter((other) => elementOf(other) === elementOf(spot)).length;
      const best = spots.reduce((a, b) => (together(b) > together(a) ? b : a));
      const shown = await show(typed, spots, spots.indexOf(best));
      if (shown && !gone) goInto(shown);
      return;
    }
  })();
  return () => {
    gone = true;
  };
}
