import { call } from "./call.js";

/**
 * How the year stands on a day.
 *
 * @param {string} community
 * @param {string} on
 */
export const overview = (community, on) => call("overview", { community, on });
