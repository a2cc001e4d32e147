/*
 * Rows put in another order by the mouse. A row is an element with `data-row` that stands beside others with
 * the same word. The page's own dragging is not used: the window of the program keeps it for files.
 */

/** So far the mouse may tremble in a click. */
const TREMBLE = 5;

/** How deep the mouse goes into a neighbour before they change places; a long open question must not ask for
 *  half of its length. */
const DEEP = 36;

/** Near the edge of what scrolls the list moves by itself, so many pixels a frame. */
const EDGE = 48;
const STEP = 12;

/**
 * The place that a row gets when it is let go.
 *
 * @param {{top: number, bottom: number}[]} rows
 * @param {number} from
 * @param {number} y
 */
export function dropPlace(rows, from, y) {
  const into = (/** @type {{top: number, bottom: number}} */ row) =>
    Math.min((row.bottom - row.top) / 2, DEEP);
  const above = rows.slice(0, from).filter((row) => y < row.bottom - into(row)).length;
  const below = rows.slice(from + 1).filter((row) => y > row.top + into(row)).length;
  return from - above + below;
}

/**
 * Follows the mouse from the press on a grip until it is let go; Escape leaves everything as it was.
 *
 * @param {PointerEvent} press
 * @param {(step: number) => void} onDrop by how many places the row moves
 */
export function dragRow(press, onDrop) {
  const grip = press.currentTarget;
  const row = grip instanceof HTMLElement ? grip.closest("[data-row]") : null;
  if (press.button !== 0 || !(grip instanceof HTMLElement) || !(row instanceof HTMLElement)) return;
  const rows = [...(row.parentElement?.children ?? [])]
    .filter((one) => one instanceof HTMLElement)
    .filter((one) => one.dataset.row === row.dataset.row);
  const from = rows.indexOf(row);
  const scroller = grip.closest(".trio__form");
  const over = new AbortController();
  let y = press.clientY;
  let to = from;
  let dragging = false;

  function follow() {
    if (over.signal.aborted) return;
    const { top, bottom } = scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
    if (y < top + EDGE) scroller?.scrollBy(0, -STEP);
    if (y > bottom - EDGE) scroller?.scrollBy(0, STEP);
    to = dropPlace(
      rows.map((row) => row.getBoundingClientRect()),
      from,
      y,
    );
    rows.forEach((one, at) => {
      if (at === to && to !== from) one.dataset.drop = to < from ? "before" : "after";
      else delete one.dataset.drop;
    });
    requestAnimationFrame(follow);
  }
  function stop() {
    over.abort();
    for (const one of rows) {
      delete one.dataset.drop;
      delete one.dataset.dragged;
    }
  }

  const { signal } = over;
  grip.setPointerCapture(press.pointerId);
  grip.addEventListener(
    "pointermove",
    (move) => {
      y = move.clientY;
      if (dragging || Math.abs(y - press.clientY) < TREMBLE) return;
      dragging = true;
      row.dataset.dragged = "";
      follow();
    },
    { signal },
  );
  grip.addEventListener(
    "pointerup",
    () => {
      stop();
      if (to !== from) onDrop(to - from);
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
