/** @import {ComponentType} from "preact" */
/** @import {Route} from "../state/route.js" */
/** @import {Sign} from "../components/icon/Icon.jsx" */

/**
 * The rooms, in the order of the rail. To add one: make a folder `src/rooms/<id>/` with its component and
 * css, import it here and put a line into `rooms`, above the search; an unknown address opens the first one. The id is the first word of the address (`#/<id>/…`) and
 * must be the one that `state/route.js` names for its kinds of records. The component gets the route:
 * `route.id` is the record, `route.place` the place in it. Texts of records come from `state/records.js`
 * (`allOf`, `oneOf`, `saveRecord`), the paper beside a form is `features/paper-beside/PaperBeside.jsx`, and what two rooms
 * share is a folder of `features`: a room imports no other one.
 *
 * @typedef {object} Room
 * @property {string} id
 * @property {string} title
 * @property {Sign} [icon] of those that have an entry of their own in the rail
 * @property {ComponentType<{route: Route}>} Room
 * @property {() => number} [count] shown after the title: what waits there
 * @property {string} [counted] what is counted, for a screen reader: «открытых»
 * @property {boolean} [last] stands at the lower end of the rail
 * @property {string} [within] the room from which it is entered: a journal of «Методическая работа»
 * @property {boolean} [hidden] has an address but no entry in the rail
 */

import { Acts } from "./acts/Acts.jsx";
import { Decisions } from "./decisions/Decisions.jsx";
import { Consultations } from "./consultations/Consultations.jsx";
import { Events } from "./events/Events.jsx";
import { Lessons } from "./lessons/Lessons.jsx";
import { Materials } from "./materials/Materials.jsx";
import { Practices } from "./practices/Practices.jsx";
import { Control } from "./control/Control.jsx";
import { Expertise } from "./expertise/Expertise.jsx";
import { Overview } from "./overview/Overview.jsx";
import { RoadMaps } from "./road-maps/RoadMaps.jsx";
import { openCount } from "../features/assignments/decisions-here.js";
import { Methodical } from "./methodical/Methodical.jsx";
import { Meetings } from "./meetings/Meetings.jsx";
import { People } from "./people/People.jsx";
import { Orders } from "./orders/Orders.jsx";
import { HandOver } from "./package/HandOver.jsx";
import { Help } from "./help/Help.jsx";
import { Report } from "./report/Report.jsx";
import { Settings } from "./settings/Settings.jsx";
import { PlanRoom } from "./plan/PlanRoom.jsx";
import { Courses } from "./courses/Courses.jsx";
import { Routes } from "./routes/Routes.jsx";
import { Search } from "./search/Search.jsx";
import { SurveysRoom } from "./surveys/SurveysRoom.jsx";

/** @type {Room[]} */
export const rooms = [
  { id: "overview", title: "Обзор", icon: "overview", Room: Overview },
  { id: "meetings", title: "Заседания", icon: "meetings", Room: Meetings },
  { id: "plan", title: "План", icon: "plan", Room: PlanRoom },
  { id: "report", title: "Отчёт", icon: "report", Room: Report },
  { id: "people", title: "Состав", icon: "people", Room: People },
  {
    id: "decisions",
    title: "Решения",
    icon: "decisions",
    Room: Decisions,
    count: () => openCount.value,
    counted: "открытых",
  },
  { id: "methodical", title: "Методическая работа", icon: "book", Room: Methodical },
  { id: "documents", title: "Документы", icon: "documents", Room: Orders },
  { id: "handing-over", title: "Передача в РИМК", icon: "stick", Room: HandOver },
  { id: "settings", title: "Настройки", icon: "settings", Room: Settings, last: true },
  { id: "help", title: "Справка", icon: "help", Room: Help, last: true },
  // Journals of the methodical work: each is entered from it, and stands under it in the rail while one is there.
  { id: "surveys", title: "Затруднения", within: "methodical", Room: SurveysRoom },
  { id: "consultations", title: "Консультации", within: "methodical", Room: Consultations },
  { id: "events", title: "События", within: "methodical", Room: Events },
  { id: "lessons", title: "Посещение уроков", within: "methodical", Room: Lessons },
  { id: "materials", title: "Материалы", within: "methodical", Room: Materials },
  { id: "practices", title: "Банк практик", within: "methodical", Room: Practices },
  { id: "courses", title: "Курсы", within: "methodical", Room: Courses },
  { id: "routes", title: "ИОМ", within: "methodical", Room: Routes },
  { id: "acts", title: "Нормативные документы", within: "methodical", Room: Acts },
  { id: "expertise", title: "Экспертиза", within: "methodical", Room: Expertise },
  { id: "road-maps", title: "Дорожные карты", within: "methodical", Room: RoadMaps },
  { id: "control", title: "Контроль", within: "methodical", Room: Control },
  { id: "search", title: "Поиск", icon: "find", Room: Search, hidden: true },
];
