/** @import {Category} from "./types/Category" */
/** @import {ToldError} from "./types/ToldError" */
import { call } from "./call.js";

/**
 * @typedef {object} CommunityName
 * @property {string} id
 * @property {string} name
 * @property {string} short_name
 *
 * @typedef {object} OpenFile
 * @property {boolean} example whether this is «Учебный пример»
 * @property {string} today the day on which everything is looked at, `YYYY-MM-DD`
 * @property {CommunityName[]} communities
 * @property {string} path where the data lie, to be shown
 *
 * @typedef {object} Opening
 * @property {OpenFile | null} file
 * @property {ToldError | null} fault why there is no file, where that is not simply a first start
 *
 * @typedef {object} FirstPerson
 * @property {string} name
 * @property {string} post
 * @property {string} organisation
 * @property {Category} category
 * @property {boolean} leader
 * @property {boolean} secretary
 *
 * @typedef {object} First
 * @property {string} name
 * @property {string} short_name
 * @property {string} district
 * @property {string} place
 * @property {string} rimk_head
 * @property {number} school_year
 * @property {FirstPerson[]} people
 */

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
 * @param {First} first
 * @returns {Promise<Opening>}
 */
export const createCommunity = (first) => call("create_community", { first });
