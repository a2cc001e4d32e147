/** @import {Route} from "../../state/route.js" */
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { today } from "../../state/file.js";
import { longDate } from "../../words/dates.js";

/**
 * What the community held and took part in (пп. 3.1.3, 3.1.7): seminars, open lessons, contests.
 *
 * @param {{route: Route}} props
 */
export const Events = ({ route }) => (
  <JournalRoom
    kind="event"
    route={route}
    ofYear
    paper="events"
    words={{
      title: "События",
      list: "События",
      add: "Внести событие",
      remove: "Удалить событие",
      none: "Событий за этот год пока нет",
      why: "Запишите семинары, открытые уроки, конкурсы: они сами войдут в отчёт, а мероприятию плана программа предложит отметку.",
    }}
    blank={(id, community) => ({
      id,
      community,
      date: today.value,
      until: null,
      kind: "",
      title: "",
      // Most of what a community holds is for its own district.
      level: "municipal",
      place: "",
      organisation: null,
      leaders: [],
      leaders_in_words: "",
      participants: [],
      count: null,
      result: "",
      activity: null,
    })}
    line={({ kind, title, date }) => ({
      title: title || kind || "Без названия",
      below: <span class="soft">{[longDate(date), title && kind].filter(Boolean).join(", ")}</span>,
    })}
    heading={({ kind, title }) => title || kind || "Событие без названия"}
  />
);
