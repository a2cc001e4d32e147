/*
 * The rooms behind the first one. They are one piece of the page that is loaded when the first room stands: whoever opens
 * the program waits for what is seen and not for the rest.
 */

import { Acts } from "./acts/Acts.jsx";
import { Consultations } from "./consultations/Consultations.jsx";
import { Control } from "./control/Control.jsx";
import { Courses } from "./courses/Courses.jsx";
import { Decisions } from "./decisions/Decisions.jsx";
import { Events } from "./events/Events.jsx";
import { Expertise } from "./expertise/Expertise.jsx";
import { Help } from "./help/Help.jsx";
import { Lessons } from "./lessons/Lessons.jsx";
import { Materials } from "./materials/Materials.jsx";
import { Meetings } from "./meetings/Meetings.jsx";
import { Methodical } from "./methodical/Methodical.jsx";
import { Orders } from "./orders/Orders.jsx";
import { FirstStart } from "./first-start/FirstStart.jsx";
import { HandOver } from "./package/HandOver.jsx";
import { People } from "./people/People.jsx";
import { PlanRoom } from "./plan/PlanRoom.jsx";
import { Practices } from "./practices/Practices.jsx";
import { Report } from "./report/Report.jsx";
import { RoadMaps } from "./road-maps/RoadMaps.jsx";
import { Routes } from "./routes/Routes.jsx";
import { Search } from "./search/Search.jsx";
import { Settings } from "./settings/Settings.jsx";
import { SurveysRoom } from "./surveys/SurveysRoom.jsx";

/** Each by the id that `index.js` gives it. @type {{[id: string]: import("./index.js").Shown}} */
export const others = {
  "first-start": FirstStart,
  meetings: Meetings,
  plan: PlanRoom,
  report: Report,
  people: People,
  decisions: Decisions,
  methodical: Methodical,
  documents: Orders,
  "handing-over": HandOver,
  settings: Settings,
  help: Help,
  surveys: SurveysRoom,
  consultations: Consultations,
  events: Events,
  lessons: Lessons,
  materials: Materials,
  practices: Practices,
  courses: Courses,
  routes: Routes,
  acts: Acts,
  expertise: Expertise,
  "road-maps": RoadMaps,
  control: Control,
  search: Search,
};
