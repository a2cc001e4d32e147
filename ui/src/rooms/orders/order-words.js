/** @import {Order, OrderKind} from "../../api/types/records" */
import { NBSP, shortDate } from "../../words/dates.js";
import { documentNumber } from "../../words/numbers.js";

/** @type {{value: OrderKind, label: string}[]} */
export const ORDER_KINDS = [
  { value: "create", label: "О создании сообщества" },
  { value: "change_roster", label: "Об изменении состава" },
  { value: "approve_list", label: "Об утверждении перечня сообществ" },
  { value: "reorganise", label: "О реорганизации" },
  { value: "liquidate", label: "О ликвидации" },
];

/** @param {OrderKind} kind */
export const orderKindName = (kind) => ORDER_KINDS.find((one) => one.value === kind)?.label ?? "";

/**
 * «№ 97/1 от 29.08.2025»; an order whose number is not known yet is named by its date.
 *
 * @param {Order} order
 */
export const orderName = ({ number, date }) =>
  documentNumber(number)
    ? `№${NBSP}${documentNumber(number)} от ${shortDate(date)}`
    : `Без номера, ${shortDate(date)}`;
