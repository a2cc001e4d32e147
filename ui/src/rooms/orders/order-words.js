/** @import {Order, OrderKind} from "../../api/types/records" */
import { choicesOf } from "../../features/journal/declared.js";
import { NBSP, shortDate } from "../../words/dates.js";
import { documentNumber } from "../../words/numbers.js";

/** What an order may be about. */
export const ORDER_KINDS = choicesOf("order", "kind");

/** @param {OrderKind} kind */
export const orderKindName = (kind) => ORDER_KINDS.find(({ value }) => value === kind)?.label ?? "";

/**
 * «№ 97/1 от 29.08.2025»; an order whose number is not known yet is named by its date.
 *
 * @param {Order} order
 */
export const orderName = ({ number, date }) =>
  documentNumber(number)
    ? `№${NBSP}${documentNumber(number)} от ${shortDate(date)}`
    : `Без номера, ${shortDate(date)}`;
