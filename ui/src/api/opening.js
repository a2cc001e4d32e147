/** @import {FirstSteps} from "./types/FirstSteps" */
/** @import {Opening} from "./types/Opening" */
import { call } from "./call.js";

/**
 * What is open now; asked once when the window appears.
 *
 * @returns {Promise<Opening>}
 */
export const opening = () => call("opening");

/** @returns {Promise<Opening>} */
export const openExample = () => call("open_example");

/** @returns {Promise<Opening>} */
export const openOwn = () => call("open_own");

/**
 * @param {FirstSteps} first
 * @returns {Promise<Opening>}
 */
export const createCommunity = (first) => call("create_community", { first });
