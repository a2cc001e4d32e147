/*
 * Rows that are ticked to be changed together. A row is ticked once, though in the view by month it may stand in
 * several places; a range goes over the places as they are seen.
 */

/** @import {Group} from "./choosing.js" */

/**
 * @typedef {object} Place where a row is seen
 * @property {string} group
 * @property {string} id of the row
 *
 * @typedef {object} Picked
 * @property {ReadonlySet<string>} ids
 * @property {Place | null} from where a range begins: the place that was ticked last
 */

/** @type {Picked} */
export const NOTHING = { ids: new Set(), from: null };

/**
 * All places in the order that is seen.
 *
 * @param {Pick<Group, "id" | "lines">[]} groups
 * @returns {Place[]}
 */
export const placesOf = (groups) =>
  groups.flatMap((group) =>
    group.lines.map(({ activity }) => ({ group: group.id, id: activity.id })),
  );

/**
 * One row more, or one less.
 *
 * @param {Picked} picked
 * @param {Place} place
 * @returns {Picked}
 */
export function toggled(picked, place) {
  const ids = new Set(picked.ids);
  if (!ids.delete(place.id)) ids.add(place.id);
  return { ids, from: place };
}

/**
 * Everything from the place that was ticked last to this one.
 *
 * @param {Picked} picked
 * @param {Place[]} places
 * @param {Place} place
 * @returns {Picked}
 */
export function reaching(picked, places, place) {
  const to = indexOf(places, place);
  if (to < 0) return picked;
  const last = picked.from ? indexOf(places, picked.from) : -1;
  const from = last < 0 ? to : last;
  const range = places.slice(Math.min(from, to), Math.max(from, to) + 1).map((place) => place.id);
  return { ids: new Set([...picked.ids, ...range]), from: places[from] ?? place };
}

/**
 * @param {Place[]} places
 * @param {Place} place
 */
const indexOf = (places, { group, id }) =>
  places.findIndex((place) => place.id === id && place.group === group);

/**
 * What is not seen any more is not changed either.
 *
 * @param {Picked} picked
 * @param {Place[]} places
 * @returns {string[]} each row once, in the order that is seen
 */
export const seenOf = (picked, places) => [
  ...new Set(places.filter((place) => picked.ids.has(place.id)).map((place) => place.id)),
];
