/** @import {Community} from "../../api/types/Community" */
/** @import {Attachment} from "../../api/types/Attachment" */
/** @import {Meeting} from "../../api/types/Meeting" */
/** @import {Membership} from "../../api/types/Membership" */
/** @import {Plan} from "../../api/types/Plan" */
import { NBSP, longDate, schoolYearName, shortDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";

/**
 * @typedef {object} Goes a paper of the package
 * @property {string} id
 * @property {string} title
 * @property {string} about a soft line under it
 *
 * @typedef {object} Kept the records that the package is made of
 * @property {Community} community
 * @property {Plan[]} plans
 * @property {Meeting[]} meetings
 * @property {Attachment[]} attachments
 * @property {Membership[]} memberships
 */

/**
 * What the program puts into the package of a year, in the order of the delivery sheet. The package itself
 * is put together in Rust by the same rules; this list lets a person see it before anything is written.
 *
 * @param {Kept} kept
 * @param {number} year
 * @param {string} on
 * @returns {Goes[]} nothing where there is neither a plan nor a meeting
 */
export function contentsOf(kept, year, on) {
  const { community, plans, meetings, attachments, memberships } = kept;
  const name = schoolYearName(year);
  const held = meetings
    .filter((one) => one.school_year === year && one.status === "held" && one.date <= on)
    .sort((a, b) => a.date.localeCompare(b.date));
  const plan = plans.find((one) => one.school_year === year);
  if (!plan && held.length === 0) return [];
  /** @type {Goes[]} */
  const goes = [];
  if (plan) {
    const title = plan.preliminary ? "Предварительный план на" : "План на";
    goes.push({ id: "plan", title: `${title} ${name}`, about: approvalWords(plan) });
  }
  if (on >= firstDayOfReport(community, year)) {
    goes.push({ id: "report", title: `Отчёт за ${name}`, about: "аналитический отчёт" });
  }
  if (plans.some((one) => one.school_year === year + 1 && one.preliminary)) {
    const title = `Предварительный план на ${schoolYearName(year + 1)}`;
    goes.push({ id: "next", title, about: "приложение к отчёту" });
  }
  for (const meeting of held) {
    if (!meeting.protocol) continue;
    const { number, signed } = meeting.protocol;
    const scans = attachments.filter(
      (file) => file.belongs_to === meeting.id && file.role === "signed_scan",
    ).length;
    goes.push({
      id: meeting.id,
      title: `Протокол${number === null ? "" : ` №${NBSP}${number}`} от ${shortDate(meeting.date)}`,
      about: [
        signed ? `подписан ${longDate(signed.date)}` : "пока без подписи",
        scans > 0 && `с ним ${counted(scans, "скан", "скана", "сканов")} подписанного`,
      ]
        .filter(Boolean)
        .join(", "),
    });
  }
  if (held.length > 0) {
    goes.push({ id: "register", title: "Реестр протоколов", about: `за ${name} учебный год` });
  }
  const people = memberships.filter(
    (one) => (one.from ?? "") <= on && (one.to === null || one.to >= on),
  ).length;
  goes.push({
    id: "roster",
    title: `Состав на ${longDate(on)}`,
    about: counted(people, "участник", "участника", "участников"),
  });
  return goes;
}

/** @param {Plan} plan */
function approvalWords(plan) {
  if (!plan.approved) return plan.preliminary ? "предварительный" : "пока не утверждён";
  const { date, number } = plan.approved;
  return `утверждён ${longDate(date)}${number ? `, №${NBSP}${number}` : ""}`;
}

/**
 * The report joins the package with the last month of lessons: before, there is nothing yet to report on.
 *
 * @param {Community} community
 * @param {number} year
 */
export function firstDayOfReport(community, year) {
  const { month } = community.settings.second_half_ends;
  return `${month >= 9 ? year : year + 1}-${String(month).padStart(2, "0")}-01`;
}
