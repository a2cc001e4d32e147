/** @import {Nodes, PhrasingContent, RootContent} from "mdast" */
/** @import {Block, Chapter, Inline, Section} from "./tree.js" */
import { fromMarkdown } from "mdast-util-from-markdown";

/** A short code that names a key is shown as a key: `Ctrl+F`, `F1`, `Esc`. */
const KEYS = /^(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d{1,2}|Esc|Enter|Tab|[A-ZА-Я]|[←↑→↓]|Пробел)$/;

/** The chapters' names are file names, and their addresses are the names without the ending. */
const CHAPTER = /^([a-z][a-z-]*)\.md$/;
const ROOM = /^#\/([a-z][a-z-]*)$/;

/**
 * Reads one chapter of the guide. It has one title and sections below it; what the page cannot show
 * (pictures, tables, HTML, addresses of the internet) is refused here, when the page is built, so that
 * nothing of it is lost in silence.
 *
 * @param {string} id
 * @param {string} text Markdown
 * @returns {Chapter}
 */
export function readChapter(id, text) {
  const [first, ...rest] = fromMarkdown(text).children;
  if (first?.type !== "heading" || first.depth !== 1) {
    throw new Error(`${id}.md: the first line must be the title of the chapter, «# …»`);
  }
  /** @type {Section[]} */
  const sections = [{ title: "", blocks: [] }];
  for (const node of rest) {
    if (node.type === "heading") {
      if (node.depth !== 2) throw refused(id, node, `a heading of depth ${node.depth}`);
      sections.push({ title: textOf(inlines(id, node.children)), blocks: [] });
    } else {
      sections.at(-1)?.blocks.push(block(id, node));
    }
  }
  return {
    id,
    title: textOf(inlines(id, first.children)),
    sections: sections.filter(({ title, blocks }) => title || blocks.length > 0),
  };
}

/**
 * The chapters that the contents list, in its order.
 *
 * @param {Chapter} contents
 * @returns {string[]}
 */
export function chaptersOf(contents) {
  return linksOf(contents)
    .filter((to) => to.startsWith("#/help/"))
    .map((to) => to.slice("#/help/".length));
}

/**
 * Every address that the chapter leads to.
 *
 * @param {Chapter} chapter
 * @returns {string[]}
 */
export function linksOf(chapter) {
  /** @type {string[]} */
  const found = [];
  /** @param {Inline[]} parts */
  const through = (parts) => {
    for (const part of parts) {
      if (typeof part === "string") continue;
      if (part.type === "link") found.push(part.to);
      through(part.inside);
    }
  };
  /** @param {Block[]} blocks */
  const down = (blocks) => {
    for (const block of blocks) {
      if (block.type === "list") block.items.forEach(down);
      else through(block.inside);
    }
  };
  chapter.sections.forEach(({ blocks }) => down(blocks));
  return found;
}

/**
 * @param {string} id
 * @param {RootContent} node
 * @returns {Block}
 */
function block(id, node) {
  if (node.type === "paragraph") return { type: "text", inside: inlines(id, node.children) };
  if (node.type === "list") {
    const items = node.children.map((item) => item.children.map((child) => block(id, child)));
    return { type: "list", ordered: Boolean(node.ordered), items };
  }
  throw refused(id, node, node.type);
}

/**
 * @param {string} id
 * @param {PhrasingContent[]} nodes
 * @returns {Inline[]}
 */
function inlines(id, nodes) {
  return nodes.map((node) => {
    switch (node.type) {
      case "text":
        return node.value.replaceAll("\n", " ");
      case "strong":
        return { type: "strong", inside: inlines(id, node.children) };
      case "emphasis":
        return { type: "em", inside: inlines(id, node.children) };
      case "inlineCode":
        return { type: KEYS.test(node.value) ? "keys" : "code", inside: [node.value] };
      case "link":
        return { type: "link", to: address(id, node), inside: inlines(id, node.children) };
      default:
        throw refused(id, node, node.type);
    }
  });
}

/**
 * Links lead to another chapter or to a room, nowhere else: the program has no internet.
 *
 * @param {string} id
 * @param {Extract<Nodes, {type: "link"}>} node
 */
function address(id, node) {
  const chapter = CHAPTER.exec(node.url)?.[1];
  if (chapter) return `#/help/${chapter}`;
  if (ROOM.test(node.url)) return node.url;
  throw refused(id, node, `a link to ${node.url}`);
}

/** @param {Inline[]} parts @returns {string} */
export function textOf(parts) {
  return parts.map((part) => (typeof part === "string" ? part : textOf(part.inside))).join("");
}

/**
 * @param {string} id
 * @param {Nodes} node
 * @param {string} what
 */
function refused(id, node, what) {
  return new Error(
    `${id}.md:${node.position?.start.line ?? "?"}: the guide cannot show this (${what})`,
  );
}
