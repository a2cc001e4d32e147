/*
 * Dates as they are shown. A civil date is `YYYY-MM-DD`, a month `YYYY-MM`; nothing here knows what day it
 * is. Typed dates are read in Rust, so that a paper and a field never differ.
 */

/** A space that does not break: «2026 г.», «№ 3». */
export const NBSP = "\u00a0";

const MONTHS =
  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");
const OF_MONTHS =
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
const IN_MONTHS =
  "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(" ");
const WEEKDAYS = "воскресенье понедельник вторник среда четверг пятница суббота".split(" ");
const DAY = 86_400_000;

/**
 * @param {string} date
 * @returns {[year: number, month: number, day: number]}
 */
function parts(date) {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return [year, month, day];
}

/** @param {string} date */
function instant(date) {
  const [year, month, day] = parts(date);
  return Date.UTC(year, month - 1, day);
}

/**
 * «16 января 2026 г.»
 *
 * @param {string} date
 */
export function longDate(date) {
  return `${dayAndMonth(date)} ${parts(date)[0]}${NBSP}г.`;
}

/**
 * «16 января», for a sentence whose year is known.
 *
 * @param {string} date
 */
export function dayAndMonth(date) {
  const [, month, day] = parts(date);
  return `${day}${NBSP}${OF_MONTHS[month - 1]}`;
}

/**
 * «16.01.2026», for tables.
 *
 * @param {string} date
 */
export function shortDate(date) {
  return date.split("-").reverse().join(".");
}

/**
 * A date of which perhaps only the month or the year is known: «16.01.2026», «январь 2026», «2026».
 *
 * @param {string} date
 */
export function partialDate(date) {
  const known = date.split("-").length;
  if (known === 3) return shortDate(date);
  return known === 2 ? `${monthName(date)} ${date.slice(0, 4)}` : date;
}

/**
 * «вторник»
 *
 * @param {string} date
 */
export function weekday(date) {
  return WEEKDAYS[new Date(instant(date)).getUTCDay()] ?? "";
}

/**
 * «Вторник, 20 января 2026 г.»
 *
 * @param {string} date
 */
export function dayHeading(date) {
  const day = weekday(date);
  return `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${longDate(date)}`;
}

/**
 * «январь»
 *
 * @param {string} month `YYYY-MM`, or a date in it
 */
export function monthName(month) {
  return MONTHS[parts(month)[1] - 1] ?? "";
}

/**
 * «январе», for «в январе».
 *
 * @param {string} month
 */
export function inMonth(month) {
  return IN_MONTHS[parts(month)[1] - 1] ?? "";
}

/**
 * «янв», for narrow places.
 *
 * @param {string} month
 */
export function shortMonth(month) {
  const name = monthName(month);
  return name === "май" ? name : name.slice(0, 3);
}

/**
 * Days from one date to another; negative when the other is earlier.
 *
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((instant(to) - instant(from)) / DAY);
}

/**
 * The day so many days after another one.
 *
 * @param {string} date
 * @param {number} days
 */
export const daysAfter = (date, days) =>
  new Date(instant(date) + days * DAY).toISOString().slice(0, 10);

/**
 * The school year of a day, by the year in which it begins. August belongs to the year that ends; a meeting
 * says its year itself.
 *
 * @param {string} date
 */
export function schoolYearOf(date) {
  const [year, month] = parts(date);
  return month >= 9 ? year : year - 1;
}

/**
 * «2025/26», as the year is called on the screen.
 *
 * @param {number} year
 */
export function schoolYearName(year) {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/**
 * The twelve months of a school year, `YYYY-MM`, September first.
 *
 * @param {number} year
 */
export function monthsOf(year) {
  return Array.from({ length: 12 }, (_, at) => {
    const month = ((at + 8) % 12) + 1;
    return `${month >= 9 ? year : year + 1}-${String(month).padStart(2, "0")}`;
  });
}

/**
 * «15 сентября», of a day that comes every year.
 *
 * @param {{month: number, day: number}} day
 */
export const dayOfYearWords = ({ month, day }) => dayAndMonth(`2024-${two(month)}-${two(day)}`);

/**
 * The first day of the month in which a yearly day falls within a school year.
 *
 * @param {{month: number}} day
 * @param {number} year the school year
 */
export const monthOfDay = ({ month }, year) => `${month >= 9 ? year : year + 1}-${two(month)}-01`;

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/**
 * Whether the day lies in the school year or in the August before it, when the first meeting is often held. The rule of
 * the papers (`Meeting::lies_within_its_year`), held to the same table of cases.
 *
 * @param {string} date
 * @param {number} year
 */
export const withinYear = (date, year) => date >= `${year}-08-01` && date <= `${year + 1}-08-31`;
