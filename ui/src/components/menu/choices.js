/** @import {Someone} from "./PersonField.jsx" */
import { alike, found, isNamed } from "../../words/alike.js";
import { folded } from "../../words/people.js";

/*
 * What a field for people or organisations offers while one types, and what the text comes to when it is left.
 * Something new is made only on purpose, by its own line at the end, which is never current by itself.
 */

/** So many lines are drawn at most: more cannot be looked through, and one more letter makes them few. */
const MOST = 60;

/**
 * @typedef {object} Line
 * @property {string} id
 * @property {string} text
 * @property {string | undefined} [soft]
 * @property {boolean} [adds] makes something new
 */

/**
 * @param {string | null} typed nothing (null) where the field shows what is chosen
 * @param {Someone[]} people
 * @param {{label?: ((typed: string) => string) | undefined, near: string} | null} add what is said of new names; without
 *   `label` they are made by leaving the field, and almost equal ones are offered all the same
 * @returns {{lines: Line[], more: number}} `more` are found and not shown
 */
export function offered(typed, people, add) {
  const text = typed?.trim() ?? "";
  const hits = found(text, people);
  const isNew = add !== null && text !== "" && !people.some((person) => isNamed(text, person));
  const near = isNew ? alike(text, people).filter((person) => !hits.includes(person)) : [];
  const lines = [
    ...near.map(({ id, name }) => ({ id, text: name, soft: add?.near })),
    ...hits.slice(0, MOST).map(({ id, name, soft }) => ({ id, text: name, soft })),
    ...(isNew && add.label ? [{ id: "add", text: add.label(text), adds: true }] : []),
  ];
  return { lines, more: Math.max(0, hits.length - MOST) };
}

/**
 * Which line is current before an arrow is pressed: what stands in the field, or the first that was found.
 *
 * @param {Line[]} lines
 * @param {string | null} typed
 * @param {string | null} value
 */
export function firstCurrent(lines, typed, value) {
  if (!typed?.trim()) return lines.findIndex((line) => line.id === value);
  return lines[0] && !lines[0].adds ? 0 : -1;
}

/**
 * The line that a key leads to; none where the key has no say. Home and End belong to the text until an arrow
 * has gone into the list.
 *
 * @param {string} code
 * @param {number} current
 * @param {number} count
 * @param {boolean} walking
 */
export function steppedTo(code, current, count, walking) {
  if (count === 0) return null;
  switch (code) {
    case "ArrowDown":
      return (current + 1) % count;
    case "ArrowUp":
      return current <= 0 ? count - 1 : current - 1;
    case "PageDown":
      return Math.min(count - 1, Math.max(0, current) + 8);
    case "PageUp":
      return Math.max(0, current - 8);
    case "Home":
      return walking ? 0 : null;
    case "End":
      return walking ? count - 1 : null;
    default:
      return null;
  }
}

/**
 * What the text of a field that is left comes to.
 *
 * @param {string | null} typed
 * @param {string} shown what stands there otherwise
 * @param {Someone[]} people
 * @param {boolean} [whole] only a whole name means somebody: any other text may stand there as typed
 * @returns {{is: "same"} | {is: "nobody"} | {is: "one", id: string} | {is: "unknown", typed: string}}
 */
export function meant(typed, shown, people, whole = false) {
  if (typed === null || folded(typed) === folded(shown)) return { is: "same" };
  if (!typed.trim()) return { is: "nobody" };
  const hits = found(typed, people);
  const named = people.filter((person) => isNamed(typed, person));
  const [only] = named.length > 0 ? named : hits;
  const sure = named.length > 0 ? named.length === 1 : hits.length === 1 && !whole;
  return only && sure ? { is: "one", id: only.id } : { is: "unknown", typed: typed.trim() };
}
