import { getVersion } from "@tauri-apps/api/app";

import { call } from "./call.js";

/**
 * The program's version as it is written in the manifest, for example «0.1.0».
 */
export function programVersion() {
  return getVersion();
}

/**
 * Tells how large the letters of the page are, so that what the system draws (lists of choices, menus) is as large.
 *
 * @param {number} percent
 */
export const letterSize = (percent) => call("letter_size", { percent });
