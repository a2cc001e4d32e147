/** @import {Route} from "../../state/route.js" */
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { today } from "../../state/file.js";
import { longDate } from "../../words/dates.js";

/**
 * The journal of consultations (п. 3.1.4): whom the community advised, about what and with what result.
 *
 * @param {{route: Route}} props
 */
export const Consultations = ({ route }) => (
  <JournalRoom
    kind="consultation"
    route={route}
    ofYear
    paper="consultations"
    words={{
      title: "Консультации",
      list: "Консультации",
      add: "Внести консультацию",
      remove: "Удалить консультацию",
      none: "Консультаций за этот год пока нет",
      why: "Записывайте, кого и о чём консультировали: из записей сложится журнал, который можно напечатать.",
    }}
    blank={(id, community, earlier) => ({
      id,
      community,
      date: today.value,
      topic: "",
      people: [],
      others: "",
      count: null,
      organisations: [],
      // The same colleague gives most of them.
      consultant: earlier[0]?.consultant ?? null,
      result: "",
      activity: null,
    })}
    line={({ topic, date }) => ({
      title: topic || "Без темы",
      below: <span class="soft">{longDate(date)}</span>,
    })}
    heading={({ topic }) => topic || "Консультация без темы"}
  />
);
