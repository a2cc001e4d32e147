/** @import {Block, Chapter, Inline} from "../../../guide/tree.js" */
import { folded } from "../../words/people.js";

/**
 * @typedef {object} Hit a section where all words were found
 * @property {string} chapter
 * @property {string} place the section's address inside the chapter
 * @property {string} title
 * @property {string} below the chapter's title, or empty where the hit is the chapter's beginning
 */

/**
 * The beginnings that are looked for. The end of a longer word is left out, since Russian words change there:
 * «флешку» finds «флешка» and «флешке».
 *
 * @param {string} typed
 */
export function stemsOf(typed) {
  return folded(typed)
    .split(/[^\p{L}\p{N}+]+/u)
    .filter(Boolean)
    .map((word) => word.slice(0, word.length > 4 ? Math.max(4, word.length - 2) : word.length));
}

/**
 * Text cut into words and what lies between them, each with whether it is one of those looked for.
 *
 * @param {string} text
 * @param {string[]} stems
 * @returns {{part: string, found: boolean}[]}
 */
export function marked(text, stems) {
  return text
    .split(/([\p{L}\p{N}+]+)/u)
    .filter(Boolean)
    .map((part) => ({ part, found: stems.some((stem) => folded(part).startsWith(stem)) }));
}

/**
 * @param {Chapter[]} chapters
 * @param {string[]} stems
 * @returns {Hit[]}
 */
export function hitsOf(chapters, stems) {
  return chapters.flatMap(({ id, title, sections }) =>
    sections.flatMap((section, at) => {
      const words = folded([section.title || title, ...section.blocks.map(wordsOf)].join(" "));
      const all = words.split(/[^\p{L}\p{N}+]+/u);
      if (!stems.every((stem) => all.some((word) => word.startsWith(stem)))) return [];
      const below = section.title ? title : "";
      return [{ chapter: id, place: placeOf(at), title: section.title || title, below }];
    }),
  );
}

/**
 * A section's address inside its chapter.
 *
 * @param {number} at
 */
export function placeOf(at) {
  return String(at + 1);
}

/** @param {Block} block @returns {string} */
function wordsOf(block) {
  return block.type === "list"
    ? block.items.flat().map(wordsOf).join(" ")
    : block.inside.map(plain).join("");
}

/** @param {Inline} part @returns {string} */
function plain(part) {
  return typeof part === "string" ? part : part.inside.map(plain).join("");
}
