/** @import {LegalAct} from "../../api/types/records" */
import { capital } from "../../words/sentence.js";
import { shortDate } from "../../words/dates.js";

/** @param {string} number without «№» */
const numbered = (number) => {
  // Until it is saved it stands as it was typed.
  const bare = number.replace(/^\s*№\s*/, "").trim();
  return bare && `№\u00a0${bare}`;
};

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

/** So many letters of a title are shown in the list. */
const SHORT = 70;

/**
 * How it stands in the list: what it is first, since titles of orders are long and begin alike.
 *
 * @param {LegalAct} act
 */
export const inList = (act) => headOf(act) || heading(act);

/**
 * The title under it, no longer than a few lines.
 *
 * @param {LegalAct} act
 */
export function titleInList(act) {
  const title = headOf(act) ? act.title.trim() : "";
  return title.length > SHORT ? `${title.slice(0, SHORT).replace(/\s+\S*$/, "")}…` : title;
}

/**
 * How it stands: said only of what is out of the ordinary.
 *
 * @param {LegalAct} act
 * @param {string} state «действует»
 * @param {boolean} inForce
 */
export const below = (act, state, inForce) =>
  [
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
