/** @import {Found} from "./types/Found" */
import { call } from "./call.js";

/**
 * Records where the words stand, newest first.
 *
 * @param {string} community
 * @param {string} words
 * @returns {Promise<Found[]>}
 */
export const search = (community, words) => call("search", { community, words });
