/*
 * Rows that are ticked to be changed together. `order` is the rows as they are seen, each once.
 */

/**
 * @typedef {object} Picked
 * @property {ReadonlySet<string>} ids
 * @property {string} from where a range begins: the row that was ticked last
 */

/** @type {Picked} */
export const NOTHING = { ids: new Set(), from: "" };

/**
 * One row more, or one less.
 *
 * @param {Picked} picked
 * @param {string} id
 * @returns {Picked}
 */
export function toggled(picked, id) {
  const ids = new Set(picked.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, from: id };
}

/**
 * Everything from the row that was ticked last to this one.
 *
 * @param {Picked} picked
 * @param {string[]} order
 * @param {string} id
 * @returns {Picked}
 */
export function reaching(picked, order, id) {
  const to = order.indexOf(id);
  const from = order.includes(picked.from) ? order.indexOf(picked.from) : to;
  if (to < 0) return picked;
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...picked.ids, ...range]), from: order[from] ?? id };
}

/**
 * What is not seen any more is not changed either.
 *
 * @param {Picked} picked
 * @param {string[]} order
 * @returns {string[]} in the order that is seen
 */
export const seenOf = (picked, order) => order.filter((id) => picked.ids.has(id));
