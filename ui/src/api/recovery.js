import { call } from "./call.js";

/**
 * The newest whole copy of a damaged file; nothing where there is none.
 */
export const recoveryCopy = () => call("recovery_copy");

/**
 * Puts together what can be read of the damaged file and what a copy holds.
 */
export const recover = () => call("recover");
