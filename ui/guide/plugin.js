import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { GUIDE, readGuide } from "./read.js";

/** The page imports the guide by this name; `src/rooms/help/guide.d.ts` says what it gets. */
const NAME = "virtual:guide";
const RESOLVED = `\0${NAME}`;

/**
 * Puts the guide of docs/guide into the page as data.
 *
 * @returns {import("vite").Plugin}
 */
export function guide() {
  return {
    name: "guide",
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      for (const file of await readdir(GUIDE)) {
        this.addWatchFile(fileURLToPath(new URL(file, GUIDE)));
      }
      return `export default ${JSON.stringify(await readGuide())};`;
    },
  };
}
