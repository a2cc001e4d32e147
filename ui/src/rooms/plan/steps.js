/** @import {Plan, Settings, Submission} from "../../api/types/records" */
/** @import {StatusKind} from "../../components/status/Status.jsx" */
import { dayAndMonth, dayOfYearWords, NBSP } from "../../words/dates.js";

/**
 * The way of a plan to its approval: preliminary, draft, adopted at a meeting (may be skipped), handed over,
 * approved by РИМК or returned with remarks.
 *
 * @typedef {object} Step
 * @property {"preliminary" | "draft" | "adopted" | "handed" | "returned" | "approved"} id
 * @property {string} name
 * @property {string} said when and by what: «5 сентября 2025 г., протокол № 1»
 * @property {StatusKind} status
 * @property {string} stands the status in a word, for whoever does not see its shape
 */

/**
 * What РИМК remarked when it returned the plan; nothing where it was not returned.
 *
 * @param {Submission} submission
 * @returns {string | null}
 */
export const remarksOf = ({ returned }) => (returned ? returned.remarks : null);

/**
 * Each time this plan was given to РИМК, in order. A preliminary one goes with the report of the year before.
 *
 * @param {Plan} plan
 * @param {Submission[]} all
 */
export function handedOver(plan, all) {
  const year = plan.preliminary ? plan.school_year - 1 : plan.school_year;
  const paper = plan.preliminary ? "preliminary_plan" : "plan";
  return all
    .filter(
      (one) =>
        one.community === plan.community && one.school_year === year && one.papers.includes(paper),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
}

/** In an approved plan a changed term is a transfer with a reason. @param {Plan | null} plan */
export const isApproved = (plan) => Boolean(plan?.approved);

/**
 * The steps that a plan has gone and those before it.
 *
 * @param {Plan} plan
 * @param {Submission[]} all
 * @param {Pick<Settings, "plan_approved_by" | "report_handed_over_by">} lastDays
 * @returns {Step[]}
 */
export function stepsOf(plan, all, lastDays) {
  const { preliminary, adopted, approved } = plan;
  const handed = handedOver(plan, all);
  const last = handed.at(-1);
  const remarks = last && !approved ? remarksOf(last) : null;
  const number = (/** @type {string} */ one) => (one ? `, №${NBSP}${one}` : "");

  if (preliminary) {
    return [
      step("preliminary", "Предварительный", "", true),
      step(
        "handed",
        last ? "Сдан с отчётом" : "Сдать с отчётом",
        last
          ? dayAndMonth(last.date) + number(last.incoming)
          : `не позднее ${dayOfYearWords(lastDays.report_handed_over_by)}`,
        Boolean(last),
      ),
      step("draft", "Проект", "", false),
      step("approved", "Утвердить в РИМК", "", false),
    ];
  }
  const gone = Boolean(last || approved);
  return [
    step("draft", "Проект", "", true),
    adopted
      ? step(
          "adopted",
          "Принят",
          `${dayAndMonth(adopted.date)}${adopted.number ? `, протокол №${NBSP}${adopted.number}` : ""}`,
          true,
        )
      : gone
        ? { ...step("adopted", "Без принятия", "на заседании", true), status: "off" }
        : step("adopted", "Принять", "на заседании, по желанию", false),
    last
      ? step("handed", "Сдан", dayAndMonth(last.date) + number(last.incoming), true)
      : step("handed", approved ? "Сдан" : "Сдать", approved ? "" : "в РИМК", Boolean(approved)),
    ...(remarks === null
      ? []
      : [
          {
            ...step("returned", "Возвращён", "с замечаниями", true),
            status: /** @type {const} */ ("soon"),
          },
        ]),
    approved
      ? step("approved", "Утверждён", dayAndMonth(approved.date) + number(approved.number), true)
      : step(
          "approved",
          "Утвердить",
          `до ${dayOfYearWords(lastDays.plan_approved_by)}, п.${NBSP}4.7`,
          false,
        ),
  ];
}

/**
 * @param {Step["id"]} id
 * @param {string} name
 * @param {string} said
 * @param {boolean} done
 * @returns {Step}
 */
function step(id, name, said, done) {
  return { id, name, said, status: done ? "done" : "later", stands: done ? "сделано" : "впереди" };
}

/**
 * The step at which the plan stands: the last one that was gone.
 *
 * @param {Step[]} steps
 * @returns {Step}
 */
export function reachedOf(steps) {
  return (
    steps.filter((one) => one.stands === "сделано" && one.status !== "off").at(-1) ??
    step("draft", "Проект", "", true)
  );
}

/**
 * What is to be done next, as a sentence, and where.
 *
 * @param {Plan} plan
 * @param {Submission[]} all
 * @returns {{said: string, step: Step["id"]} | null} nothing where the plan is approved
 */
export function nextOf(plan, all) {
  if (plan.approved) return null;
  const last = handedOver(plan, all).at(-1);
  if (plan.preliminary) {
    return last
      ? { said: "Осенью сделайте его проектом плана и утвердите.", step: "draft" }
      : { said: "Сдайте вместе с отчётом, а осенью сделайте проектом плана.", step: "draft" };
  }
  if (last && remarksOf(last) !== null)
    return { said: "Исправьте план и сдайте его снова.", step: "returned" };
  if (last) return { said: "РИМК утвердит план или вернёт с замечаниями.", step: "approved" };
  return plan.adopted
    ? { said: "Напечатайте план и сдайте в РИМК.", step: "handed" }
    : { said: "Примите план на заседании или сразу сдайте в РИМК.", step: "adopted" };
}
