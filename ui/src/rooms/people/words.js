/** @import {Order, Role} from "../../api/types/records" */
import { ofBody } from "../../state/body.js";
import { NBSP, shortDate } from "../../words/dates.js";
import { documentNumber } from "../../words/numbers.js";

/** «руководитель РМО», «секретарь» @param {Role} role */
export const roleName = (role) => (role === "leader" ? `руководитель ${ofBody()}` : "секретарь");

/** @type {Role[]} */
export const ROLES = ["leader", "secretary"];

/**
 * «№ 97/1 от 29.08.2025»
 *
 * @param {Order} order
 */
export function orderWords(order) {
  const number = documentNumber(order.number);
  return [number && `№${NBSP}${number}`, `от${NBSP}${shortDate(order.date)}`]
    .filter(Boolean)
    .join(" ");
}

/**
 * «Фамилия Имя Отчество» as one types it; what follows the second word is the patronymic.
 *
 * @param {string} typed
 */
export function readName(typed) {
  const [surname = "", given = "", ...rest] = typed.trim().split(/\s+/);
  return { surname, given, patronymic: rest.join(" ") };
}

/**
 * A calendar year; refused in words where it cannot be the year when somebody's work began.
 *
 * @param {string} typed
 * @param {number} latest
 * @returns {Promise<number>}
 */
export async function readYear(typed, latest) {
  const year = /^\s*(\d{4})\s*(г\.?|года?)?\s*$/.exec(typed)?.[1];
  if (!year) throw new Error("Впишите год четырьмя цифрами, например 2001.");
  if (Number(year) < 1940 || Number(year) > latest)
    throw new Error(`Проверьте год: он должен быть от 1940 до ${latest}.`);
  return Number(year);
}
