/** @import {LegalAct} from "../../api/types/records" */
import { capital } from "../../words/sentence.js";
import { shortDate } from "../../words/dates.js";

/** @param {string} number without «№» */
const numbered = (number) => (number.trim() ? `№\u00a0${number.trim()}` : "");

/**
 * «Приказ от 31.05.2021 № 287»: what a document is, without its title.
 *
 * @param {LegalAct} act
 */
export const headOf = ({ kind, date, number }) =>
  [capital(kind.trim()), date && `от ${shortDate(date)}`, numbered(number)]
    .filter(Boolean)
    .join(" ");

/**
 * What stands over the form and in the list: the title, or what the document is.
 *
 * @param {LegalAct} act
 */
export const heading = (act) => act.title.trim() || headOf(act) || "Документ без названия";

/**
 * What stands under it: «приказ от 31.05.2021 № 287, утратил силу», and whether it is to be studied.
 *
 * @param {LegalAct} act
 * @param {string} state «действует»; said only of what is not in force
 * @param {boolean} inForce
 */
export const below = (act, state, inForce) =>
  [
    act.title.trim() && headOf(act),
    !inForce && state,
    act.for_study && "изучить на заседании",
    act.own_regulation && "Положение о нашем сообществе",
  ]
    .filter(Boolean)
    .join(", ");

/**
 * The question of an agenda about a document.
 *
 * @param {LegalAct} act
 * @param {string} named in full, as the program says it
 */
export const studied = (act, named) => `Об изучении документа: ${named || heading(act)}`;
