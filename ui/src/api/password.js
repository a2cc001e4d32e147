import { call } from "./call.js";

/**
 * Whether the leader's own records have a password.
 */
export const hasPassword = () => call("has_password");

/**
 * Closes the records; they open again only with the password.
 */
export const lock = () => call("lock");

/**
 * @param {string} password
 */
export const unlock = (password) => call("unlock", { password });

/**
 * @param {string} typed eight groups of six digits, parted in any way
 */
export const unlockWithRecoveryKey = (typed) => call("unlock_with_recovery_key", { typed });

/**
 * Sets a password, or another one.
 *
 * @param {string} old the password until now; empty where there is none
 * @param {string} password
 */
export const setPassword = (old, password) => call("set_password", { old, password });

/**
 * @param {string} old
 */
export const removePassword = (old) => call("remove_password", { old });

/**
 * What can be said of a password before it is set; nothing where it is good.
 *
 * @param {string} password
 */
export const passwordAdvice = (password) => call("password_advice", { password });

/**
 * Prints the recovery key.
 *
 * @param {string[]} groups
 */
export const printRecoveryKey = (groups) => call("print_recovery_key", { groups });
