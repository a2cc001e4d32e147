/** @import {Term} from "../api/types/records" */
import { NBSP, dayAndMonth, longDate, monthName } from "./dates.js";

/** @typedef {Term} ReadTerm the shape of a term, for components, which do not know the records */

/**
 * A term as it is shown in a field and a list. The paper has its own words, made in Rust; these are the same
 * in meaning and can be typed back.
 *
 * @param {Term | null} term
 * @returns {string}
 */
export function termWords(term) {
  if (!term) return "";
  if ("words" in term && term.words?.trim()) return term.words;
  switch (term.form) {
    case "day":
      return longDate(term.date);
    case "days":
      return daysWords(term.from, term.to);
    case "until":
      return `до ${longDate(term.date)}`;
    case "months":
      return term.months.map(monthName).join(", ");
    case "span":
      return `${monthName(term.from)}\u00a0— ${monthName(term.to)}`;
    case "monthly":
      return "ежемесячно";
    case "quarterly":
      return "ежеквартально";
    case "whole_year":
      return "в течение года";
    case "words":
      return term.text;
  }
}

/**
 * «27–28 августа 2025 г.», «27 октября — 3 ноября 2025 г.»
 *
 * @param {string} from
 * @param {string} to
 */
function daysWords(from, to) {
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${longDate(to)}`;
  const first = from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(from) : longDate(from);
  return `${first}${NBSP}— ${longDate(to)}`;
}
