/* A list with one of its entries moved, taken out, put in or changed; the list that is given stays as it is. */

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @param {number} step
 * @returns {T[]}
 */
export function moved(list, at, step) {
  const to = at + step;
  const one = list[at];
  if (one === undefined || to < 0 || to >= list.length) return list;
  return inserted(without(list, at), to, one);
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @returns {T[]}
 */
export const without = (list, at) => list.filter((_, place) => place !== at);

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @param {T} one
 * @returns {T[]}
 */
export const inserted = (list, at, one) => [...list.slice(0, at), one, ...list.slice(at)];

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @param {T} one
 * @returns {T[]}
 */
export const replaced = (list, at, one) => list.map((old, place) => (place === at ? one : old));
