/** @import {ComponentType} from "preact" */
/** @import {Route} from "../state/route.js" */
/** @import {Sign} from "../components/icon/Icon.jsx" */

/**
 * The rooms, in the order of the rail. To add one: make a folder `src/rooms/<id>/` with its component and css, put a line
 * into `rooms`, above the search, and its component into `others.js`; an unknown address opens the first one. The id is the
 * first word of the address (`#/<id>/…`) and must be the one that `state/route.js` names for its kinds of records. The
 * component gets the route: `route.id` is the record, `route.place` the place in it. Texts of records come from
 * `state/records.js` (`allOf`, `oneOf`, `saveRecord`), the paper beside a form is `features/paper-beside/PaperBeside.jsx`,
 * and what two rooms share is a folder of `features`: a room imports no other one.
 *
 * Here stand the names alone: the window's frame is drawn of them before the rooms are loaded, and put into the page's file
 * when it is built.
 *
 * @typedef {object} Room
 * @property {string} id
 * @property {string} title
 * @property {Sign} [icon] of those that have an entry of their own in the rail
 * @property {boolean} [last] stands at the lower end of the rail
 * @property {string} [within] the room from which it is entered: a journal of «Методическая работа»
 * @property {boolean} [hidden] has an address but no entry in the rail
 *
 * @typedef {ComponentType<{route: Route}>} Shown what draws a room
 */

/** @type {Room[]} */
export const rooms = [
  { id: "overview", title: "Обзор", icon: "overview" },
  { id: "meetings", title: "Заседания", icon: "meetings" },
  { id: "plan", title: "План", icon: "plan" },
  { id: "report", title: "Отчёт", icon: "report" },
  { id: "people", title: "Состав", icon: "people" },
  { id: "decisions", title: "Решения", icon: "decisions" },
  { id: "methodical", title: "Методическая работа", icon: "book" },
  { id: "documents", title: "Документы", icon: "documents" },
  { id: "handing-over", title: "Передача в РИМК", icon: "stick" },
  { id: "settings", title: "Настройки", icon: "settings", last: true },
  { id: "help", title: "Справка", icon: "help", last: true },
  // Journals of the methodical work: each is entered from it, and stands under it in the rail while one is there.
  { id: "surveys", title: "Затруднения", within: "methodical" },
  { id: "consultations", title: "Консультации", within: "methodical" },
  { id: "events", title: "События", within: "methodical" },
  { id: "lessons", title: "Посещение уроков", within: "methodical" },
  { id: "materials", title: "Материалы", within: "methodical" },
  { id: "practices", title: "Банк практик", within: "methodical" },
  { id: "courses", title: "Курсы", within: "methodical" },
  { id: "routes", title: "ИОМ", within: "methodical" },
  { id: "acts", title: "Нормативные документы", within: "methodical" },
  { id: "expertise", title: "Экспертиза", within: "methodical" },
  { id: "road-maps", title: "Дорожные карты", within: "methodical" },
  { id: "control", title: "Контроль", within: "methodical" },
  { id: "search", title: "Поиск", icon: "find", hidden: true },
];
