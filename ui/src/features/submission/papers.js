/** @import {Submission, SubmittedPaper} from "../../api/types/records" */
import { allOf } from "../../state/records.js";
import { href } from "../../state/route.js";

/**
 * What РИМК takes, in the order of the form.
 *
 * @type {[SubmittedPaper, string][]}
 */
export const PAPERS = [
  ["plan", "план"],
  ["report", "отчёт"],
  ["preliminary_plan", "предварительный план на следующий год"],
];

/**
 * @param {string} id
 * @param {string} community
 * @param {number} year
 * @param {string} date
 * @param {SubmittedPaper[]} papers
 * @returns {Submission}
 */
export const newMark = (id, community, year, date, papers) => ({
  id,
  community,
  school_year: year,
  date,
  incoming: "",
  papers,
  note: "",
  texts: {},
  returned: null,
  reopened: false,
});

/**
 * The papers of a mark whose text is kept, each with the place where it is seen.
 *
 * @param {Submission} mark
 * @returns {{paper: SubmittedPaper, words: string, to: string}[]}
 */
export function keptIn(mark) {
  return PAPERS.filter(([paper]) => mark.texts[paper]).flatMap(([paper, words]) => {
    const to = placeOf(mark, paper);
    return to ? [{ paper, words, to }] : [];
  });
}

/**
 * Where a kept paper is seen: beside the record that it was made of.
 *
 * @param {Submission} mark
 * @param {SubmittedPaper} paper
 */
function placeOf(mark, paper) {
  if (paper === "report") return href("report", "year", mark.id);
  const of = paper === "plan" ? mark.school_year : mark.school_year + 1;
  const plan = allOf("plan").find(
    (one) => one.school_year === of && one.community === mark.community,
  );
  return plan && href("plan", plan.id, mark.id);
}

/**
 * A paper as it was handed over.
 *
 * @param {Submission} mark
 * @param {SubmittedPaper} paper
 * @param {string} on
 * @param {boolean} [full] of a report: all sections
 */
export const keptPaper = (mark, paper, on, full = false) => ({
  community: mark.community,
  kind: /** @type {const} */ ("handed_over"),
  year: mark.school_year,
  meeting: null,
  full,
  submission: mark.id,
  submitted: paper,
  on,
});
