/** @import {Route} from "../../state/route.js" */
import { AgendaHere } from "../../features/agenda-here/AgendaHere.jsx";
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { today } from "../../state/file.js";
import { longDate } from "../../words/dates.js";

/**
 * The bank of practices (п. 2.2): what is worth spreading, with the consent of its authors and the meeting that
 * recommended it.
 *
 * @param {{route: Route}} props
 */
export const Practices = ({ route }) => (
  <JournalRoom
    kind="practice"
    route={route}
    ofYear
    paper="practices"
    words={{
      title: "Банк практик",
      list: "Практики",
      add: "Описать практику",
      remove: "Удалить практику",
      none: "Практик за этот год пока нет",
      why: "Опишите удачный приём: какую проблему решает, в чём суть, что получилось. Из карточек сложится банк практик для печати и для сайта.",
    }}
    blank={(id, community, earlier) => ({
      id,
      community,
      date: today.value,
      title: "",
      authors: [],
      authors_in_words: "",
      organisation: null,
      problem: "",
      essence: "",
      resources: "",
      result: "",
      tags: [],
      levels: [],
      author_agrees: null,
      conclusion: "",
      recommended_by: null,
      activity: earlier[0]?.activity ?? null,
    })}
    line={({ title, date, author_agrees: agrees }) => ({
      title: title || "Без названия",
      below: (
        <span class="soft">
          {[longDate(date), !agrees && "нет согласия"].filter(Boolean).join(", ")}
        </span>
      ),
    })}
    heading={({ title }) => title || "Практика без названия"}
    blocks={({ id, title, authors }) => (
      <AgendaHere
        id={id}
        topic={title ? `О практике «${title}»` : "О практике"}
        reporter={authors[0] ? { person: authors[0] } : null}
      />
    )}
  />
);
