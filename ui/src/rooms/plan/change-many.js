/** @import {Activity} from "../../api/types/Activity" */
import { tell } from "../../state/messages.js";
import { oneOf, saveRecord } from "../../state/records.js";
import { change } from "../parts/change.js";

/**
 * Changes rows and offers to take all of it back at once. A row that the change leaves as it was is not saved.
 *
 * @param {string[]} ids
 * @param {(row: Activity) => Partial<Activity>} what
 * @param {(count: number) => string} said «Ответственный изменён у 3 мероприятий.»
 */
export function changeMany(ids, what, said) {
  const before = ids.flatMap((id) => {
    const row = oneOf("activity", id);
    const next = row && what(row);
    if (!row || !next || Object.keys(next).length === 0) return [];
    saveRecord({ kind: "activity", record: { ...row, ...next } });
    return [{ id, was: partOf(row, next) }];
  });
  if (before.length === 0) return;
  tell({
    text: said(before.length),
    action: "Вернуть",
    // Only what was changed goes back: another field may have been filled in meanwhile.
    act: () => before.forEach(({ id, was }) => change("activity", id, () => was)),
  });
}

/**
 * The fields of a row that are about to be changed, as they are.
 *
 * @param {Activity} row
 * @param {Partial<Activity>} next
 * @returns {Partial<Activity>}
 */
function partOf(row, next) {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => Object.prototype.hasOwnProperty.call(next, name)),
  );
}
