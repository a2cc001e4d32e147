/**
 * What a key asks of the grid.
 *
 * @typedef {{go: "next" | "back" | "below" | "above" | "left" | "right"} | {row: 1 | -1} | {column: 1 | -1}
 *   | {leave: true}} Asked
 */

/** @type {{[code: string]: Asked}} */
const WITH_ALT = {
  ArrowUp: { row: -1 },
  ArrowDown: { row: 1 },
  ArrowLeft: { column: -1 },
  ArrowRight: { column: 1 },
};

/**
 * What a key pressed in a cell means: Tab and Enter go on, arrows leave the cell where the text ends, with Alt they move
 * the row or the column. Nothing where the key belongs to the text.
 *
 * @param {Pick<KeyboardEvent, "code" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">} key
 * @param {{start: number, end: number, length: number, lines: number}} caret where it stands in the text, and how many
 *   lines that takes on the screen
 * @returns {Asked | null}
 */
export function askedBy(
  { code, shiftKey, altKey, ctrlKey, metaKey },
  { start, end, length, lines },
) {
  if (ctrlKey || metaKey) return null;
  if (altKey) return shiftKey ? null : (WITH_ALT[code] ?? null);
  if (code === "Tab") return { go: shiftKey ? "back" : "next" };
  if (shiftKey) return null;
  const bare = start === end;
  switch (code) {
    case "Enter":
    case "NumpadEnter":
      return { go: "below" };
    case "Escape":
      return { leave: true };
    case "ArrowUp":
      return bare && (lines < 2 || start === 0) ? { go: "above" } : null;
    case "ArrowDown":
      return bare && (lines < 2 || end === length) ? { go: "below" } : null;
    case "ArrowLeft":
      return bare && start === 0 ? { go: "left" } : null;
    case "ArrowRight":
      return bare && end === length ? { go: "right" } : null;
    default:
      return null;
  }
}
