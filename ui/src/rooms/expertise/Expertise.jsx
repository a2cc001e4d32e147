/** @import {Route} from "../../state/route.js" */
import { KINDS } from "../../api/types/kinds.js";
import { AgendaHere } from "../../features/agenda-here/AgendaHere.jsx";
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { today } from "../../state/file.js";
import { allOf } from "../../state/records.js";
import { hrefOf } from "../../state/route.js";
import { choicesOf } from "../../words/choices.js";
import { longDate } from "../../words/dates.js";
import { Criteria } from "./Criteria.jsx";

/** @type {{value: string, label: string}[]} */
const CONCLUSIONS = choicesOf("expertise", "conclusion");

/**
 * Expertise of works and projects (пп. 3.1.5, 3.1.6): by what they were judged and what the experts came to.
 *
 * @param {{route: Route}} props
 */
export const Expertise = ({ route }) => (
  <JournalRoom
    kind="expertise"
    route={route}
    ofYear
    paper="expertise"
    words={{
      title: "Экспертиза",
      list: "Экспертизы",
      add: "Внести экспертизу",
      remove: "Удалить экспертизу",
      none: "Экспертиз за этот год пока нет",
      why: "Запишите, что смотрели эксперты, поставьте баллы по показателям — и напечатайте заключение с подписями.",
    }}
    blank={(id, community, earlier) => ({
      id,
      community,
      date: today.value,
      title: "",
      object: "product",
      form: "",
      authors: [],
      authors_in_words: "",
      organisation: null,
      // The same experts mostly go on.
      experts: earlier[0]?.experts ?? [],
      criteria: [],
      strengths: "",
      remarks: "",
      recommendations: "",
      conclusion: null,
      activity: null,
    })}
    fields={{ criteria: Criteria }}
    line={({ title, date, conclusion }) => ({
      title: title || "Без названия",
      below: <span class="soft">{[longDate(date), said(conclusion)].join(", ")}</span>,
    })}
    heading={({ title }) => title || "Экспертиза без названия"}
    blocks={({ id, title, experts }) => (
      <>
        <PracticesHere id={id} />
        <AgendaHere
          id={id}
          topic={title ? `Об экспертном заключении: ${title}` : "Об экспертном заключении"}
          reporter={experts[0]?.speaker ?? null}
        />
      </>
    )}
  />
);

/**
 * The practices that were judged by an expertise.
 *
 * @param {{id: string}} props
 */
function PracticesHere({ id }) {
  const judged = allOf("practice").filter(({ expertise }) => expertise === id);
  if (judged.length === 0) return null;
  return (
    <section aria-labelledby={`practices-${id}`}>
      <h2 id={`practices-${id}`}>В банке практик</h2>
      <ul class="mt-2">
        {judged.map((practice) => (
          <li key={practice.id}>
            <a href={hrefOf("practice", practice.id)}>
              {practice.title || KINDS.practice.words.unnamed}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param {string | null} conclusion */
const said = (conclusion) =>
  CONCLUSIONS.find(({ value }) => value === conclusion)?.label ?? "вывода пока нет";
