/*
 * Places of a text within the record that is open: in its fields, in what is written between them, and in what
 * is folded away.
 */
import { placesOfText, placesOfWords } from "./match.js";

/**
 * @typedef {object} Spot
 * @property {HTMLInputElement | HTMLTextAreaElement | null} field in whose text it stands
 * @property {Text | null} text where it is written outside of fields
 * @property {HTMLDetailsElement | null} fold that hides it, where one does
 * @property {number} from
 * @property {number} to
 */

/** Words of the program itself are not what a person looks for; copies of fields are those fields again. */
const NOT_WRITTEN =
  "button, select, svg, kbd, .btn, .label, .hint, .hidden, .grows__copy, .toast, [role=listbox]";

/** What of a room is looked through: the record, or all of it where there is none. */
export function recordOnScreen() {
  const room = document.querySelector(".room__inside");
  return room?.querySelector(".trio__form") ?? room;
}

/**
 * @param {Element} record
 * @param {string} typed
 */
export const spotsOfText = (record, typed) => spots(record, (text) => placesOfText(text, typed));

/**
 * @param {Element} record
 * @param {string[]} words
 */
export const spotsOfWords = (record, words) => spots(record, (text) => placesOfWords(text, words));

/**
 * @param {Element} record
 * @param {(text: string) => [number, number][]} places
 * @returns {Spot[]} in the order of the page
 */
function spots(record, places) {
  /** @type {Spot[]} */
  const found = [];
  const walker = document.createTreeWalker(
    record,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(NOT_WRITTEN)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const field = isField(node) ? node : null;
    const text = node instanceof Text ? node : null;
    const words = field?.value ?? text?.data;
    if (!words || text?.parentElement?.closest("textarea")) continue;
    for (const [from, to] of places(words)) {
      found.push({ field, text, fold: foldOf(field ?? text?.parentElement ?? null), from, to });
    }
  }
  return found;
}

/**
 * @param {Node} node
 * @returns {node is HTMLInputElement | HTMLTextAreaElement}
 */
function isField(node) {
  if (node instanceof HTMLTextAreaElement) return true;
  return node instanceof HTMLInputElement && /^(text|search|number)$/.test(node.type);
}

/** @param {Element | null} inside */
function foldOf(inside) {
  const fold = inside?.closest("details:not([open])") ?? null;
  // The heading of a fold is seen while it is folded; what it keeps hidden for the search is not.
  if (!(fold instanceof HTMLDetailsElement)) return null;
  const heading = inside?.closest("summary");
  return heading && heading.parentElement === fold ? null : fold;
}

/** @param {Spot} spot */
export const elementOf = (spot) => spot.field ?? spot.text?.parentElement ?? null;

/**
 * Opens what hides a spot. A fold draws its form only when it is open, so the spot must then be looked for anew.
 *
 * @param {Spot} spot
 * @returns {boolean} whether something was opened
 */
export function unfold({ fold }) {
  let opened = false;
  for (let at = fold; at; at = foldOf(at.parentElement)) {
    at.open = true;
    opened = true;
  }
  return opened;
}
