import { useEffect, useState } from "preact/hooks";

/** So many rows are drawn at first: more than a window holds. */
const FIRST = 40;
const MORE = 160;

/**
 * How many rows of a long list are drawn by now. The first come at once, the others with the next frames, so
 * that a view opens before it is whole.
 *
 * @param {number} total
 * @param {string} whole another list begins anew
 */
export function useGrown(total, whole) {
  const [drawn, setDrawn] = useState({ whole, count: FIRST });
  const count = drawn.whole === whole ? drawn.count : FIRST;
  useEffect(() => {
    // An effect comes when the frame before has been painted.
    if (count < total) setDrawn({ whole, count: count + MORE });
  }, [count, total, whole]);
  return count;
}
