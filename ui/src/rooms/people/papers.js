/** @import {PaperRequest, TypedWords} from "../../api/types/commands" */

/**
 * @typedef {"petition" | "course_request" | "certificate" | "consent" | "site_consent"} PeoplePaper
 *
 * @typedef {object} PaperWords
 * @property {PeoplePaper} id
 * @property {string} title
 * @property {string} about what it is for and where its words come from
 */

/**
 * What is written to others about the people of the roster: to the head of education, to РИМК, to the school.
 *
 * @type {PaperWords[]}
 */
export const PAPERS = [
  {
    id: "petition",
    title: "Ходатайство об изменении состава",
    about:
      "Начальнику управления образования: кого включить в приказ и кого исключить (п.\u00a01.4). Сюда " +
      "попадают те, у кого в записи о составе нет приказа.",
  },
  {
    id: "course_request",
    title: "Заявка на курсы",
    about:
      "Для РИМК: кому пора на курсы повышения квалификации (п.\u00a04.3). Годы последних курсов взяты из " +
      "записей участников. Что останется пустым, можно вписать от руки.",
  },
  {
    id: "certificate",
    title: "Справка о работе руководителя",
    about:
      "Директору по основному месту работы: что руководитель сделал за период (п.\u00a04.4). Подписывает " +
      "заведующий РИМК.",
  },
  {
    id: "consent",
    title: "Согласия на обработку данных",
    about:
      "Лист каждому участнику на подпись (152-ФЗ). Когда лист подписан, внесите его день в записи участника. " +
      "Одному человеку лист печатают из его записи.",
  },
  {
    id: "site_consent",
    title: "Согласия на размещение на сайте",
    about:
      "Отдельный лист каждому участнику: можно ли назвать его на страницах для сайта. Адрес сайта вписывают от " +
      "руки. Когда лист подписан, отметьте это в записи участника.",
  },
];

/**
 * The days that a certificate tells of when nobody asked for others: of the year so far; of one that is over,
 * or has not begun, the whole.
 *
 * @param {number} year
 * @param {string} today
 * @returns {{from: string, to: string}}
 */
export function periodOf(year, today) {
  const [from, end] = [`${year}-09-01`, `${year + 1}-08-31`];
  return { from, to: from <= today && today <= end ? today : end };
}

/**
 * @param {PeoplePaper} kind
 * @param {{community: string, year: number, on: string, period: {from: string, to: string},
 *   words: TypedWords}} of
 * @returns {PaperRequest}
 */
export function paperOf(kind, { community, year, on, period, words }) {
  const request = { community, kind, year, meeting: null, full: false, on };
  if (kind === "consent" || kind === "site_consent") return request;
  return kind === "certificate" ? { ...request, ...period } : { ...request, words };
}
