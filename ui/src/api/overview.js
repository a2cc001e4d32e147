import { call } from "./call.js";

/**
 * How the year stands on a day.
 *
 * @param {string} community
 * @param {string} on
 */
export const overview = (community, on) => call("overview", { community, on });

/**
 * What follows of every record on a day, or only what is otherwise than in the version that is known.
 *
 * @param {string} community
 * @param {string} on
 * @param {number | null} known
 */
export const derived = (community, on, known) => call("derived", { community, on, known });
