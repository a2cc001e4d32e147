/** @import {Overview} from "./types/findings" */
import { call } from "./call.js";

/**
 * How the year stands on a day.
 *
 * @param {string} community
 * @param {string} on
 * @returns {Promise<Overview>}
 */
export const overview = (community, on) => call("overview", { community, on });
