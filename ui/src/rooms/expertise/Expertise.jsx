/** @import {Route} from "../../state/route.js" */
import { AgendaHere } from "../../features/agenda-here/AgendaHere.jsx";
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { today } from "../../state/file.js";
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
      <AgendaHere
        id={id}
        topic={title ? `Об экспертном заключении: ${title}` : "Об экспертном заключении"}
        reporter={experts[0]?.speaker ?? null}
      />
    )}
  />
);

/** @param {string | null} conclusion */
const said = (conclusion) =>
  CONCLUSIONS.find(({ value }) => value === conclusion)?.label ?? "вывода пока нет";
