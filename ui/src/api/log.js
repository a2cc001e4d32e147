import { call } from "./call.js";

/**
 * Saves the program's log where the person says, to be sent to whoever mends the program.
 *
 * @returns where it was saved; nothing when the person changed their mind
 */
export const saveLog = () => call("save_log");
