/*
 * A row is taken to another month by the mouse. Whatever has `data-month` can take it: the rows of a month, or
 * its name above the table. The page's own dragging is not used: the window of the program keeps it for files.
 */

/** So far the mouse may tremble in a click. */
const TREMBLE = 5;

/** Near the edge of what scrolls the list moves by itself, so many pixels a frame. */
const EDGE = 56;
const STEP = 14;

/**
 * Follows the mouse from the press on a grip until it is let go; Escape leaves everything as it was.
 *
 * @param {PointerEvent} press
 * @param {(month: string) => void} onDrop
 */
export function dragToMonth(press, onDrop) {
  const grip = press.currentTarget;
  if (press.button !== 0 || !(grip instanceof HTMLElement)) return;
  const row = grip.closest("tr");
  const scroller = scrollerOf(grip);
  const over = new AbortController();
  const { signal } = over;
  // Even after Escape the button is down until it is let go, and nothing is to be marked meanwhile.
  const held = new AbortController();
  let [x, y] = [press.clientX, press.clientY];
  let dragging = false;
  /** @type {HTMLElement | null} */
  let target = null;

  /** @param {HTMLElement | null} next */
  function aim(next) {
    if (next === target) return;
    delete target?.dataset["over"];
    target = next;
    if (target) target.dataset["over"] = "";
  }
  function follow() {
    if (signal.aborted) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    if (y < top + EDGE) scroller.scrollBy(0, -STEP);
    if (y > bottom - EDGE) scroller.scrollBy(0, STEP);
    look();
    requestAnimationFrame(follow);
  }
  function look() {
    const under = document.elementFromPoint(x, y)?.closest("[data-month]");
    aim(under instanceof HTMLElement && under.dataset["month"] ? under : null);
  }
  function stop() {
    over.abort();
    aim(null);
    delete row?.dataset["dragged"];
  }

  const still = (/** @type {Event} */ event) => event.preventDefault();
  addEventListener("selectstart", still, { signal: held.signal, capture: true });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
    grip.addEventListener(end, () => held.abort(), { signal: held.signal });
  }

  grip.setPointerCapture(press.pointerId);
  grip.addEventListener(
    "pointermove",
    (move) => {
      [x, y] = [move.clientX, move.clientY];
      if (dragging || Math.hypot(x - press.clientX, y - press.clientY) < TREMBLE) return;
      dragging = true;
      if (row) row.dataset["dragged"] = "";
      follow();
    },
    { signal },
  );
  grip.addEventListener(
    "pointerup",
    (up) => {
      // Where it is let go counts, though a slow computer has not drawn that yet.
      [x, y] = [up.clientX, up.clientY];
      if (dragging) look();
      const month = target?.dataset["month"];
      stop();
      if (dragging && month) onDrop(month);
    },
    { signal },
  );
  grip.addEventListener("pointercancel", stop, { signal });
  addEventListener(
    "keydown",
    (event) => {
      if (event.code !== "Escape") return;
      event.stopPropagation();
      stop();
    },
    { signal, capture: true },
  );
}

/** @param {HTMLElement} inside */
function scrollerOf(inside) {
  for (let box = inside.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY !== "visible")
      return box;
  }
  return document.documentElement;
}
