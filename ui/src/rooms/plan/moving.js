/** @import {Plan, Term} from "../../api/types/records" */
import { today } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { oneOf } from "../../state/records.js";
import { inMonth } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { termWords } from "../../words/terms.js";
import { changeMany } from "./change-many.js";
import { isTransfer } from "./plans.js";
import { termWritten } from "../../features/plan-here/rows.js";
import { movedTerm, withTerm } from "./terms.js";

/**
 * Rows on their way to another term; in an approved plan they wait for a reason.
 *
 * @typedef {object} Moving
 * @property {string[]} ids
 * @property {Term} to
 * @property {string} month the one that the focus goes to, where a month was named
 */

/**
 * The term that a row gets in another month; where it cannot go there, that is said.
 *
 * @param {Plan} plan
 * @param {string} id
 * @param {string} from
 * @param {string} to
 * @returns {Moving | null}
 */
export function intoMonth(plan, id, from, to) {
  const row = oneOf("activity", id);
  const now = row && termWritten(row);
  if (!row || from === to) return null;
  const term = movedTerm(now, from, to, plan.school_year);
  if (term) return { ids: [id], to: term, month: to };
  if (now?.form === "months" && now.months.includes(to)) {
    if (now.months.length > 1)
      notify({ text: `В${"\u00a0"}${inMonth(to)} это мероприятие уже стоит: ${termWords(now)}.` });
    return null;
  }
  notify({
    text: now
      ? `Срок «${termWords(now)}» в${"\u00a0"}${inMonth(to)} целиком не встанет. Откройте мероприятие и впишите срок.`
      : "Откройте мероприятие и впишите срок.",
  });
  return null;
}

/**
 * @param {Plan} plan
 * @param {Moving} moving
 * @param {string} reason
 */
export function move(plan, { ids, to }, reason) {
  changeMany(
    ids,
    (row) => withTerm(row, to, { approved: isTransfer(plan, row), reason, on: today.value }),
    (count) =>
      `${reason ? "Перенесено" : "Новый срок"}: ${termWords(to)}${
        count > 1 ? `, ${counted(count, "мероприятие", "мероприятия", "мероприятий")}` : ""
      }.`,
  );
}

/** Whether some of the rows have an approved term, so that a reason is asked for. @param {Plan} plan @param {Moving} moving */
export const asksReason = (plan, { ids }) =>
  ids.some((id) => isTransfer(plan, oneOf("activity", id)));
