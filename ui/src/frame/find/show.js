/** @import {Spot} from "./spots.js" */
import { elementOf, unfold } from "./spots.js";

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
  for (const one of document.querySelectorAll("[data-found]")) one.removeAttribute("data-found");
}

/**
 * @param {Spot[]} spots
 * @param {Spot} now the one that is shown
 */
function mark(spots, now) {
  clearMarks();
  const ranges = (/** @type {Spot[]} */ some) => some.flatMap((one) => rangeOf(one) ?? []);
  if (!CSS.highlights) return;
  CSS.highlights.set(ALL, new Highlight(...ranges(spots.filter((one) => one !== now))));
  CSS.highlights.set(NOW, new Highlight(...ranges([now])));
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

/** Frames that a fold may take until its form is there. */
const FRAMES = 20;

/**
 * Shows one of the places. Where it is folded away the fold opens, and the place is looked for anew in its form.
 *
 * @param {() => Spot[]} find
 * @param {number} at which one
 * @param {(spot: Spot) => void} [then] once it is in sight
 */
export function show(find, at, then) {
  const spots = find();
  const spot = spots[at];
  if (!spot) return clearMarks();
  const { fold } = spot;
  if (!fold) return present(spots, spot, then);
  const inFold = spots.filter((one) => one.fold === fold).indexOf(spot);
  unfold(spot);
  let left = FRAMES;
  const look = () => {
    const now = find();
    const inside = now.filter((one) => !one.fold && fold.contains(elementOf(one)));
    const there = inside.filter((one) => !elementOf(one)?.closest("summary"));
    const wanted = there[Math.min(inFold, there.length - 1)];
    left -= 1;
    if (wanted) present(now, wanted, then);
    else if (left > 0 && fold.isConnected) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * @param {Spot[]} spots
 * @param {Spot} spot
 * @param {((spot: Spot) => void) | undefined} then
 */
function present(spots, spot, then) {
  mark(spots, spot);
  elementOf(spot)?.scrollIntoView({ block: "center" });
  then?.(spot);
}

/**
 * Puts the caret behind the found word. It is not selected: the next letter must not wipe it out.
 *
 * @param {Spot} spot
 */
export function goInto({ field, to }) {
  if (!field || field.disabled || field.readOnly) return;
  field.focus({ preventScroll: true });
  if (field.type !== "number") field.setSelectionRange(to, to);
}

/**
 * Shows the words that the search has found in a record, when the record has come to the screen: the place where
 * most of them stand together.
 *
 * @param {() => Spot[]} find
 * @returns {() => void} calls it off
 */
export function showWhenThere(find) {
  let left = FRAMES * 3;
  let gone = false;
  const look = () => {
    if (gone) return;
    const spots = find();
    left -= 1;
    if (spots.length === 0) {
      if (left > 0) requestAnimationFrame(look);
      return;
    }
    const together = (/** @type {Spot} */ spot) =>
      spots.filter((one) => elementOf(one) === elementOf(spot)).length;
    const best = spots.reduce((a, b) => (together(b) > together(a) ? b : a));
    show(find, spots.indexOf(best), goInto);
  };
  requestAnimationFrame(look);
  return () => {
    gone = true;
  };
}
