/** @import {Kind, Record as AnyRecord} from "../../api/types/records" */
import { notify } from "../../state/messages.js";
import { oneOf, saveRecord } from "../../state/records.js";
import { focusField } from "../../components/field/focus-field.js";
import { namingOf } from "./naming.js";

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
 * Takes one part out of a list inside a record (a course, a task) and offers to put it back where it stood. Rows
 * and meetings that named it name it again then.
 *
 * @template {Kind} K
 * @param {K} kind
 * @param {string} id
 * @param {keyof Of<K>} list
 * @param {number} at
 * @param {string} text «Удалён курс.»
 * @param {string} next id of the field or button that gets the focus, since that of the part goes away
 */
export function dropPart(kind, id, list, at, text, next) {
  /** @param {(parts: unknown[]) => unknown[]} what */
  const put = (what) =>
    change(
      kind,
      id,
      (record) =>
        /** @type {Partial<Of<K>>} */ ({ [list]: what(/** @type {any} */ (record)[list]) }),
    );
  const part = /** @type {any} */ (oneOf(kind, id))?.[list]?.[at];
  if (part === undefined) return;
  const naming = namingOf(typeof part.id === "string" ? [part.id] : []);
  put((parts) => parts.filter((_, i) => i !== at));
  focusField(next);
  notify({
    text,
    action: "Вернуть",
    act: () => {
      put((parts) => [...parts.slice(0, at), part, ...parts.slice(at)]);
      void naming.again();
    },
  });
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
