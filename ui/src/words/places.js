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
