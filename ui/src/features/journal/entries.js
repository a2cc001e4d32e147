/** @import {Field} from "../../api/types/records" */
import { shownOf } from "./declared.js";

/** @typedef {{[key: string]: any}} Entry one entry of a list within a record */

/**
 * An entry with nothing in it yet, as its fields are kept when they are empty.
 *
 * @param {readonly Field[]} fields
 * @param {string} id of its own, where entries of the list have one
 * @returns {Entry}
 */
export function blankEntry(fields, id) {
  /** @type {Entry} */
  const blank = {};
  for (const { key, form } of fields) {
    if (key === "id") blank.id = id;
    else if (form.is !== "hidden") blank[key] = emptyOf(form.is);
  }
  return blank;
}

/** @param {Field["form"]["is"]} form */
function emptyOf(form) {
  switch (form) {
    case "line":
    case "text":
      return "";
    case "texts":
    case "list":
    case "people":
    case "records":
    case "parts":
      return [];
    case "tick":
      return false;
    default:
      return null;
  }
}

/**
 * Whether entries of such fields stand each in one line.
 *
 * @param {readonly Field[]} fields
 */
export const isShort = (fields) =>
  shownOf(fields).reduce((sum, field) => sum + field.span, 0) <= 12;

/**
 * By what an entry is known while it is folded: the first words in it.
 *
 * @param {readonly Field[]} fields
 * @param {Entry} entry
 */
export function nameOfEntry(fields, entry) {
  const words = fields.filter(({ form }) => form.is === "line" || form.is === "text");
  return words.map(({ key }) => String(entry[key] ?? "").trim()).find(Boolean) ?? "";
}

/**
 * A list with an entry one place up or down.
 *
 * @template T
 * @param {readonly T[]} list
 * @param {number} at
 * @param {1 | -1} step
 * @returns {T[]}
 */
export function moved(list, at, step) {
  const to = at + step;
  const here = list[at];
  if (here === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, i) => i !== at);
  return [...rest.slice(0, to), here, ...rest.slice(to)];
}
