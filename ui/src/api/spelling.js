import { call } from "./call.js";

/**
 * What is missing for Russian words to be checked, in a sentence; empty where they are.
 */
export const missingDictionary = () => call("missing_dictionary");
