/** @import {Term} from "../api/types/Term" */
import { longDate, monthName } from "./dates.js";

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
  switch (term.form) {
    case "day":
      return longDate(term.date);
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
