import { getVersion } from "@tauri-apps/api/app";

/**
 * The program's version as it is written in the manifest, for example «0.1.0».
 *
 * @returns {Promise<string>}
 */
export function programVersion() {
  return getVersion();
}
