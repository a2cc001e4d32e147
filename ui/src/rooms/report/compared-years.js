/** @import {Measured, YearByYear} from "../../api/types/figures" */
/** @import {YearMeasureRow} from "../../components/bars/Years.jsx" */
import { NBSP, schoolYearName } from "../../words/dates.js";

/**
 * The comparison of years as it is drawn: a line for each year under its measure.
 *
 * @param {YearByYear} compared
 * @returns {{names: string[], notes: string, measures: YearMeasureRow[]}}
 */
export function comparedYears({ years, measures }) {
  const names = years.map((year) => schoolYearName(year.school_year));
  const notes = years.flatMap(({ school_year, note }) =>
    note ? [`${schoolYearName(school_year)}${NBSP}— ${note}`] : [],
  );
  return {
    names,
    notes: notes.join("; "),
    measures: measures.map(({ measure, title, found }) => {
      // A plain number has no whole, so the greatest of the years is the length of its bar.
      const most = Math.max(1, ...found.map((one) => one?.count ?? 0));
      return {
        id: measure,
        name: title,
        found: found.map(
          (one) =>
            one && { value: one.count, of: one.of, most: one.of ?? most, words: inWords(one) },
        ),
      };
    }),
  };
}

/**
 * «27 из 30 (90 %)», or a plain number. A percentage is never given without its whole.
 *
 * @param {Measured} found
 */
function inWords({ count, of }) {
  if (of === null) return String(count);
  return `${count} из ${of} (${Math.round((count / of) * 100)}${NBSP}%)`;
}
