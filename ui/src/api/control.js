import { call } from "./call.js";

/**
 * All that is to be done by a term in a school year, as it stands on a day: what is late first.
 *
 * @param {string} community
 * @param {number} year
 * @param {string} on
 */
export const control = (community, year, on) => call("control", { community, year, on });

/** The sets of measures that the program brings along for an expertise. */
export const criteriaSets = () => call("criteria_sets");
