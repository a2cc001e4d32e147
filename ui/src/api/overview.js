import { call } from "./call.js";

/**
 * How the year stands on a day.
 *
 * @param {string} community
 * @param {string} on
 */
export const overview = (community, on) => call("overview", { community, on });

/**
 * What follows of every record on a day, by identifiers of records.
 *
 * @param {string} community
 * @param {string} on
 */
export const derived = (community, on) => call("derived", { community, on });
