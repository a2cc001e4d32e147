/*
 * Places of a text within the record that is open: in its fields, in what is written between them, and in what
 * is folded away.
 */
import { markTexts } from "../../api/search.js";
import { placesIn } from "./match.js";

/**
 * @typedef {object} Written a text of the record
 * @property {HTMLInputElement | HTMLTextAreaElement | null} field whose text it is
 * @property {Text | null} text where it is written outside of fields
 * @property {HTMLDetailsElement | null} fold that hides it, where one does
 *
 * @typedef {Written & {from: number, to: number}} Spot a place in it
 */

/** Words of the program itself are not what a person looks for; copies of fields are those fields again. */
const NOT_WRITTEN =
  "button, select, svg, kbd, .btn, .label, .hint, .hidden, .grows__copy, .toast, [role=listbox]";

/** What of a room is looked through: the record, or all of it where there is none. */
function recordOnScreen() {
  const room = document.querySelector(".room__inside");
  return room?.querySelector(".trio__form") ?? room;
}

/**
 * @param {string} typed
 * @returns {Promise<Spot[]>} in the order of the page
 */
export async function findSpots(typed) {
  const record = recordOnScreen();
  if (!record || !typed.trim()) return [];
  const all = written(record);
  const texts = all.map(wordsOf);
  const places = placesIn(texts, typed, await markTexts(typed, texts));
  return all.flatMap((spot, at) => (places[at] ?? []).map(([from, to]) => ({ ...spot, from, to })));
}

/** @param {Written} one */
const wordsOf = ({ field, text }) => field?.value ?? text?.data ?? "";

/**
 * @param {Element} record
 * @returns {Written[]}
 */
function written(record) {
  /** @type {Written[]} */
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
    const text = node instanceof Text && !node.parentElement?.closest("textarea") ? node : null;
    const spot = { field, text, fold: foldOf(field ?? text?.parentElement ?? null) };
    if (wordsOf(spot).trim()) found.push(spot);
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
  if (!(fold instanceof HTMLDetailsElement)) return null;
  // The heading of a fold is seen while it is folded.
  const heading = inside?.closest("summary");
  return heading && heading.parentElement === fold ? null : fold;
}

/** @param {Spot} spot */
export const elementOf = (spot) => spot.field ?? spot.text?.parentElement ?? null;

/**
 * Opens what hides a spot. A fold draws its form only when it is open, so the spot must then be looked for anew.
 *
 * @param {Spot} spot
 */
export function unfold({ fold }) {
  for (let at = fold; at; at = foldOf(at.parentElement)) at.open = true;
}
