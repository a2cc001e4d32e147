/** @import {Overview} from "../../api/types/findings" */
import { plural } from "../../words/numbers.js";

const OF = "ноля одной двух трёх четырёх пяти шести семи восьми девяти десяти".split(" ");
const NEUTER = "ноль одно два три четыре пять шесть семь восемь девять десять".split(" ");

/**
 * How things are, in one sentence: «Сроки соблюдены, не хватает двух бумаг».
 *
 * @param {Overview} overview
 */
export function heading({ findings, unsigned, assignments, deadlines }) {
  const errors = findings.filter((one) => one.severity === "error").length;
  const papers = missingPapers(findings, unsigned.length);
  const late = assignments.filter((one) => one.overdue).length;
  const broken =
    errors > 0 &&
    `${plural(errors, "Не выполнено", "Не выполнены", "Не выполнено")} ${number(errors, NEUTER)} ${plural(errors, "требование", "требования", "требований")} Положения`;
  const missing =
    papers > 0 && `не хватает ${number(papers, OF)} ${plural(papers, "бумаги", "бумаг", "бумаг")}`;
  const overdue =
    late > 0 &&
    `${plural(late, "просрочено", "просрочены", "просрочено")} ${number(late, NEUTER)} ${plural(late, "поручение", "поручения", "поручений")}`;
  const rest = [missing, overdue].filter(Boolean).join(", ");
  // Of a year in which nothing was due yet, it cannot be said that its terms were kept.
  if (!broken && !rest && !deadlines.some((one) => one.met)) return "Ничего не просрочено";
  return `${broken || "Сроки соблюдены"}, ${rest || (broken ? "остальное в порядке" : "всё в порядке")}`;
}

/**
 * Papers that are to be made: orders asked of РИМК and protocols to be signed.
 *
 * @param {Overview["findings"]} findings
 * @param {number} unsigned
 */
function missingPapers(findings, unsigned) {
  const orders = findings.filter(
    ({ severity, clause }) => severity === "warning" && (clause === "1.3" || clause === "1.4"),
  );
  return orders.length + unsigned;
}

/**
 * @param {number} count
 * @param {string[]} words
 */
function number(count, words) {
  return words[count] ?? String(count);
}
