/** @import {BackupPlace} from "./types/views" */
import { call } from "./call.js";

/**
 * The copies of the leader's own records, with what is inside each, newest first.
 */
export const fetchBackups = () => call("backups");

/**
 * Makes a copy now, and answers with the copies as they are then.
 */
export const backUpNow = () => call("back_up_now");

/**
 * Makes a copy where one is due.
 *
 * @param {boolean} closing whether the program is about to end; else it has just begun
 * @returns whether one was made
 */
export const backUpIfDue = (closing) => call("back_up_if_due", { closing });

/**
 * What is inside a copy, for reading.
 *
 * @param {BackupPlace} place
 * @param {string} name
 */
export const lookIntoBackup = (place, name) => call("look_into_backup", { place, name });

/**
 * Puts the records back as a copy holds them; what they are now is kept as a copy first.
 *
 * @param {BackupPlace} place
 * @param {string} name
 */
export const restoreBackup = (place, name) => call("restore_backup", { place, name });

/**
 * Asks for the second place of the copies.
 *
 * @returns nothing when the person changed their mind
 */
export const chooseSecondPlace = () => call("choose_second_place");

export const forgetSecondPlace = () => call("forget_second_place");

/**
 * Writes a whole copy into a folder or onto a stick, to be carried to another computer.
 *
 * @param {number} place its token
 */
export const backUpInto = (place) => call("back_up_into", { place });

/**
 * Asks for a folder with a copy that was carried here.
 *
 * @returns nothing when the person changed their mind
 */
export const chooseCarriedCopy = () => call("choose_carried_copy");

/**
 * Takes the records of a copy that was carried here.
 *
 * @param {number} copy its token
 * @param {string} password empty where it has none
 */
export const takeCarriedCopy = (copy, password) => call("take_carried_copy", { copy, password });

/**
 * What is to be known of the place where the records lie: that it is a stick, and what follows. Empty on an ordinary disk.
 */
export const placeOfData = () => call("place_of_data");

/**
 * Asks where to write a copy that is carried away.
 *
 * @returns nothing when the person changed their mind
 */
export const chooseCopyFolder = () => call("choose_copy_folder");
