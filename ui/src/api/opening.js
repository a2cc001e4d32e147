/** @import {BodyKind} from "./types/records" */
/** @import {FirstSteps} from "./types/views" */
import { call } from "./call.js";

/**
 * What is open now; asked once when the window appears.
 */
export const opening = () => call("opening");

export const openExample = () => call("open_example");

export const openOwn = () => call("open_own");

/**
 * @param {FirstSteps} first
 */
export const createCommunity = (first) => call("create_community", { first });

/**
 * What kind of body a name speaks of, and its words.
 *
 * @param {string} name
 * @param {BodyKind | null} chosen
 */
export const proposedBody = (name, chosen) => call("proposed_body", { name, chosen });

/**
 * The people of a list that was pasted before there is a file.
 *
 * @param {string} text
 * @param {string | null} html
 * @param {number} year
 */
export const peopleInList = (text, html, year) => call("people_in_list", { text, html, year });
