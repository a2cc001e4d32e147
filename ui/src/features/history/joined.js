/** @import {EarlierText, Edition} from "../../api/types/views" */

/**
 * @typedef {object} Act one operation, with all that it changed in the records that are looked at
 * @property {string} operation
 * @property {string} at
 * @property {string} name
 * @property {boolean} undone
 * @property {boolean} current
 * @property {string[]} differences
 * @property {string | null} record which record can be brought back to how this operation left it
 * @property {(EarlierText & {record: string})[]} earlier
 */

/**
 * The histories of several records as one, newest first. What touched more than one of them is told once.
 *
 * @param {string[]} ids
 * @param {Edition[][]} histories of each record
 * @returns {Act[]}
 */
export function joined(ids, histories) {
  /** @type {Map<string, Act>} */
  const acts = new Map();
  histories.forEach((history, at) => {
    const record = ids[at] ?? "";
    for (const edition of history) {
      const { operation, name, undone } = edition;
      const act = acts.get(operation) ?? {
        operation,
        at: edition.at,
        name,
        undone,
        current: true,
        differences: [],
        record: null,
        earlier: [],
      };
      act.current &&= edition.current;
      act.differences.push(...edition.differences);
      act.earlier.push(...edition.earlier.map((text) => ({ ...text, record })));
      if (edition.has_text && !edition.current) act.record ??= record;
      acts.set(operation, act);
    }
  });
  // Identifiers of operations are made in the order of time.
  return [...acts.values()].sort((a, b) => (a.operation < b.operation ? 1 : -1));
}
