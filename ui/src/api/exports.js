import { call } from "./call.js";

/**
 * What was given out, the last first.
 */
export const exports = () => call("exports");
