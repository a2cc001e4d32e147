/** @import {Route} from "../../state/route.js" */
import { KINDS } from "../../api/types/kinds.js";
import { AgendaHere } from "../../features/agenda-here/AgendaHere.jsx";
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { derivedOf } from "../../state/derived.js";
import { today } from "../../state/file.js";
import { oneOf } from "../../state/records.js";
import { hrefOf } from "../../state/route.js";
import { longDate } from "../../words/dates.js";
import { capital, sentence } from "../../words/sentence.js";

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
      expertise: null,
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
    blocks={({ id, title, authors, expertise }) => (
      <>
        {expertise && <Judged id={expertise} />}
        <AgendaHere
          id={id}
          topic={title ? `О практике «${title}»` : "О практике"}
          reporter={authors[0] ? { person: authors[0] } : null}
        />
      </>
    )}
  />
);

/**
 * What the experts came to, and the way to their expertise.
 *
 * @param {{id: string}} props
 */
function Judged({ id }) {
  const title = oneOf("expertise", id)?.title || KINDS.expertise.words.unnamed;
  const concluded = derivedOf("expertise", id)?.concluded;
  return (
    <section aria-labelledby={`judged-${id}`}>
      <h2 id={`judged-${id}`}>Экспертиза</h2>
      <p class="mt-2">
        <a href={hrefOf("expertise", id)}>{title}</a>
        <br />
        {concluded ? sentence(capital(concluded)) : <span class="soft">Заключения пока нет.</span>}
      </p>
    </section>
  );
}
