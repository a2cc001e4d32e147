/** @import {Report, ReportSection, TypedTable} from "../../api/types/records" */

/**
 * @typedef {object} SectionWords
 * @property {ReportSection} id
 * @property {string} title
 * @property {boolean} [short] the short report has it
 * @property {string} label of the field for the leader's prose
 * @property {string} figures what the program puts there by itself; empty where it is prose alone
 * @property {boolean} [prose] the section says nothing without the leader's words
 */

/**
 * The sections in the order of the paper. They carry no numbers here: a section with nothing in it is left
 * out on paper and the numbering closes up. The title page has no words of the leader's.
 *
 * @type {SectionWords[]}
 */
export const SECTIONS = [
  {
    id: "general",
    title: "Общие сведения",
    short: true,
    label: "Дополнение (необязательно)",
    figures: "Приказ, число участников и школ, проблемные зоны — из записей.",
  },
  {
    id: "staff",
    title: "Кадровый состав",
    label: "Что изменилось за год (необязательно)",
    figures: "Таблица по школам, категориям и стажу — из состава.",
  },
  {
    id: "tasks",
    title: "Тема, цель и задачи",
    label: "Дополнение (необязательно)",
    figures: "Тема, цель и задачи с отметками — из плана.",
  },
  {
    id: "meetings",
    title: "Заседания",
    short: true,
    label: "Что показывают эти цифры",
    figures: "Таблица заседаний и посещаемость — из протоколов.",
  },
  {
    id: "plan_and_fact",
    title: "Выполнение плана по направлениям",
    short: true,
    label: "Что перенесли или отменили и почему",
    figures: "План и факт по семи направлениям, причины — из плана.",
  },
  {
    id: "events",
    title: "Семинары, мастер-классы, открытые уроки",
    label: "Дополнение (необязательно)",
    figures: "Проведённое — из журналов «События» и «Посещение уроков», остальное — из плана.",
  },
  {
    id: "contests",
    title: "Конкурсы и конференции",
    label: "Дополнение (необязательно)",
    figures: "Конкурсы и конференции — из журнала «События», остальное — из плана.",
  },
  {
    id: "courses",
    title: "Курсы повышения квалификации",
    label: "Дополнение (необязательно)",
    figures: "Курсы — из карточек участников.",
  },
  {
    id: "growth",
    title: "Аттестация, самообразование, индивидуальные образовательные маршруты",
    label: "Дополнение (необязательно)",
    figures: "Аттестация и темы — из карточек участников, маршруты — из журнала «ИОМ».",
  },
  {
    id: "support",
    title: "Консультации, экспертиза, банк практик, материалы сайта",
    label: "Дополнение (необязательно)",
    figures:
      "Консультации, экспертиза, практики и материалы — из своих журналов, остальное — из плана.",
  },
  {
    id: "difficulties",
    title: "Типичные затруднения",
    short: true,
    label: "Что показывают эти цифры",
    figures: "Первые десять затруднений и сравнение с прошлым замером — из таблицы ниже.",
  },
  {
    id: "schools",
    title: "Школы с низкими результатами",
    label: "Что сделано и какова динамика",
    figures: "Список школ — из организаций, сделанное, показатели и динамика — из дорожных карт.",
  },
  {
    id: "conclusions",
    title: "Выводы",
    short: true,
    label: "Достижения, проблемы, причины",
    figures: "",
    prose: true,
  },
  {
    id: "next_tasks",
    title: "Задачи на следующий год",
    short: true,
    label: "Задачи, каждая с новой строки",
    figures: "",
    prose: true,
  },
  {
    id: "annexes",
    title: "Приложения",
    short: true,
    label: "Что ещё приложено (необязательно)",
    figures: "Предварительный план на следующий год — из записей, когда он есть.",
  },
];

/**
 * Sections that are printed: those of the short report and those that were added.
 *
 * @param {Report | null} report
 */
export const printed = (report) =>
  SECTIONS.filter((section) => section.short || report?.added.includes(section.id));

/**
 * Sections that can still be added.
 *
 * @param {Report | null} report
 */
export const left = (report) =>
  SECTIONS.filter((section) => !section.short && !report?.added.includes(section.id));

/**
 * A section added, or taken out; its prose stays in the record, so that adding it again brings the words back.
 *
 * @param {Report} report
 * @param {ReportSection} section
 * @param {boolean} on
 * @returns {Report}
 */
export function withSection(report, section, on) {
  const added = SECTIONS.map(({ id }) => id).filter((id) =>
    id === section ? on : report.added.includes(id),
  );
  return { ...report, added };
}

/**
 * @param {Report} report
 * @param {ReportSection} section
 * @param {string} text an empty one leaves no trace
 * @returns {Report}
 */
export function withProse(report, section, text) {
  const prose = { ...report.prose, [section]: text };
  if (!text.trim()) delete prose[section];
  return { ...report, prose };
}

/**
 * @param {Report} report
 * @param {ReportSection} section
 * @param {TypedTable[]} own none leave no trace
 * @returns {Report}
 */
export function withTables(report, section, own) {
  const tables = { ...report.tables, [section]: own };
  if (own.length === 0) delete tables[section];
  return { ...report, tables };
}

/**
 * Words put into a text at the caret, with a space on either side where words would touch.
 *
 * @param {string} text
 * @param {number} caret
 * @param {string} words
 */
export function inserted(text, caret, words) {
  if (!text.trim()) return words;
  const [before, after] = [text.slice(0, caret), text.slice(caret)];
  const gap = (/** @type {string} */ left, /** @type {string} */ right) =>
    left && right && !/\s$/.test(left) && !/^\s/.test(right) ? " " : "";
  return before + gap(before, words) + words + gap(words, after) + after;
}
