/** @import {Chapter} from "./tree.js" */
import { readFile } from "node:fs/promises";

import { chaptersOf, readChapter } from "./chapter.js";

/** Where the guide is written. Its README is the contents: it gives the chapters their order. */
export const GUIDE = new URL("../../docs/guide/", import.meta.url);

/**
 * Reads the guide: by the page's build and by its tests alike. The contents come first, as the chapter of the
 * room that shows the guide.
 *
 * @returns {Promise<Chapter[]>}
 */
export async function readGuide() {
  const contents = readChapter("help", await text("README"));
  const chapters = chaptersOf(contents).map(async (id) => readChapter(id, await text(id)));
  return [contents, ...(await Promise.all(chapters))];
}

/** @param {string} name */
function text(name) {
  return readFile(new URL(`${name}.md`, GUIDE), "utf8");
}
