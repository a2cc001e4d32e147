/** @import {Forgetting} from "./types/commands" */
import { call } from "./call.js";

/**
 * Where a person is named, before the name is forgotten.
 *
 * @param {string} person
 */
export const toForget = (person) => call("to_forget", { person });

/**
 * Forgets the name of a person for good. Records of any kind may have changed: all are to be read anew.
 *
 * @param {Forgetting} forgetting
 */
export const forget = (forgetting) => call("forget", { forgetting });
