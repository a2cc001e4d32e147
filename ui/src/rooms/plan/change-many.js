/** @import {Activity} from "../../api/types/records" */
import { oneOf, saveRecords } from "../../state/records.js";
import { counted } from "../../words/numbers.js";

/**
 * Changes rows as one operation and offers to take all of it back at once. A row that the change leaves as it was is not saved.
 *
 * @param {string[]} ids
 * @param {(row: Activity) => Partial<Activity>} what
 * @param {(count: number) => string} said «Ответственный изменён у 3 мероприятий.»
 */
export function changeMany(ids, what, said) {
  const rows = ids.flatMap((id) => {
    const row = oneOf("activity", id);
    const next = row && what(row);
    return row && next && Object.keys(next).length > 0 ? [{ row, next }] : [];
  });
  if (rows.length === 0) return;
  const was = new Map(rows.map(({ row, next }) => [row.id, partOf(row, next)]));
  void saveRecords(
    rows.map(({ row, next }) => ({ kind: "activity", record: { ...row, ...next } })),
    said(rows.length),
    // Only what was changed goes back: another field may have been filled in meanwhile.
    () => changeMany([...was.keys()], ({ id }) => was.get(id) ?? {}, back),
  );
}

/** «Возвращено как было: 3 мероприятия.» @param {number} count */
const back = (count) =>
  `Возвращено как было: ${counted(count, "мероприятие", "мероприятия", "мероприятий")}.`;

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

/** «у 3 мероприятий». @param {number} count */
export const atRows = (count) =>
  `у${"\u00a0"}${counted(count, "мероприятия", "мероприятий", "мероприятий")}`;
