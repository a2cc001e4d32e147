/**
 * The same among rows that have neighbours elsewhere too: a row of a plan stands in its direction and in its section. The
 * places that these rows have are given out anew among them, so that the others stay where they are.
 *
 * @param {{id: string, place: number}[]} inOrder in the order that is seen
 * @param {string} id
 * @param {-1 | 1} step
 * @returns {{id: string, place: number}[]}
 */
export function placesWithin(inOrder, id, step) {
  const at = inOrder.findIndex((row) => row.id === id);
  const [row, other] = [inOrder[at], inOrder[at + step]];
  if (!row || !other) return [];
  const next = [...inOrder];
  [next[at], next[at + step]] = [other, row];
  let last = Number.NEGATIVE_INFINITY;
  const places = inOrder
    .map(({ place }) => place)
    .sort((a, b) => a - b)
    .map((place) => (last = Math.max(place, last + 1)));
  return next
    .map((moved, i) => ({ id: moved.id, place: places[i] ?? 0, was: moved.place }))
    .filter(({ place, was }) => place !== was)
    .map(({ id: changed, place }) => ({ id: changed, place }));
}

/**
 * Places after a row went up or down among its neighbours; only those that changed.
 *
 * @param {{id: string, place: number}[]} inOrder in the order that is seen
 * @param {string} id
 * @param {-1 | 1} step
 * @returns {{id: string, place: number}[]}
 */
export function placesAfter(inOrder, id, step) {
  const at = inOrder.findIndex((row) => row.id === id);
  const other = at + step;
  if (at < 0 || other < 0 || other >= inOrder.length) return [];
  const next = [...inOrder];
  const [moved] = next.splice(at, 1);
  if (moved) next.splice(other, 0, moved);
  return next
    .map((row, i) => ({ id: row.id, place: i + 1, was: row.place }))
    .filter((row) => row.place !== row.was)
    .map(({ id: changed, place }) => ({ id: changed, place }));
}
