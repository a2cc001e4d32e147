/** @import {Kind, Record as AnyRecord} from "../../api/types/records" */
import { oneOf, saveRecord } from "../../state/records.js";

/**
 * @template {Kind} K
 * @typedef {Extract<AnyRecord, {kind: K}>["record"]} Of the shape of a record of this kind
 */

/**
 * Saves a record with something changed in it. It is read at that moment, since another field may have been
 * saved after the form was drawn.
 *
 * @template {Kind} K
 * @param {K} kind
 * @param {string} id
 * @param {(record: Of<K>) => Partial<Of<K>>} what
 */
export function change(kind, id, what) {
  const record = /** @type {Of<K> | null} */ (oneOf(kind, id));
  if (record)
    saveRecord(/** @type {AnyRecord} */ ({ kind, record: { ...record, ...what(record) } }));
}

/**
 * A list with one of its parts changed.
 *
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @param {Partial<T>} what
 */
export const withPart = (list, at, what) =>
  list.map((one, i) => (i === at ? { ...one, ...what } : one));
