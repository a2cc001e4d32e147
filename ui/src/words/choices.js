/** @import {Field, Kind} from "../api/types/records" */
import { KINDS } from "../api/types/kinds.js";

/**
 * Words that are proposed for a field of a record; any other may be written.
 *
 * @param {Kind} kind
 * @param {string} key
 */
export const proposedFor = (kind, key) =>
  KINDS[kind].fields.find((field) => field.key === key)?.proposed ?? [];

/**
 * What can be chosen in a field of a record, in the words of the papers and in their order.
 *
 * @param {Kind} kind
 * @param {string[]} path the field, or the way to it through groups: «mark», «state»
 * @returns {{value: any, label: string}[]} the shape of the record says which values these are
 */
export function choicesOf(kind, ...path) {
  /** @type {Field[]} */
  let fields = KINDS[kind].fields;
  for (const key of path) {
    const form = fields.find((field) => field.key === key)?.form;
    if (form?.is === "choice") return form.of.map(([value, label]) => ({ value, label }));
    if (form?.is === "group" || form?.is === "list" || form?.is === "section") fields = form.of;
  }
  return [];
}
