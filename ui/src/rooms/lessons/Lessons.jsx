/** @import {Route} from "../../state/route.js" */
import { Button } from "../../components/button/Button.jsx";
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { print } from "../../features/paper-beside/PaperBeside.jsx";
import { community, today, year } from "../../state/file.js";
import { longDate } from "../../words/dates.js";
import { Aspects } from "./Aspects.jsx";

/**
 * Lessons that colleagues visited (пп. 3.1.1, 3.1.3), each with the sheet of its analysis.
 *
 * @param {{route: Route}} props
 */
export const Lessons = ({ route }) => (
  <JournalRoom
    kind="lesson_visit"
    route={route}
    ofYear
    paper="lesson"
    words={{
      title: "Посещение уроков",
      list: "Посещённые уроки",
      add: "Внести урок",
      remove: "Удалить урок",
      none: "Посещённых уроков за этот год пока нет",
      why: "Внесите урок заранее и напечатайте лист анализа или заполните его после: отчёт сам посчитает уроки и школы.",
    }}
    blank={(id, community, earlier) => ({
      id,
      community,
      date: today.value,
      teacher: null,
      organisation: null,
      class: "",
      subject: "",
      topic: "",
      // Colleagues visit several lessons for one purpose and under one row of the plan.
      purpose: earlier[0]?.purpose ?? "",
      visitors: earlier[0]?.visitors ?? [],
      visitors_in_words: "",
      aspects: [],
      strengths: "",
      remarks: "",
      recommendations: "",
      activity: earlier[0]?.activity ?? null,
    })}
    fields={{ aspects: Aspects }}
    line={({ topic, subject, class: of, date }) => ({
      title: topic || subject || "Без темы",
      below: (
        <span class="soft">
          {[longDate(date), topic && subject, of].filter(Boolean).join(", ")}
        </span>
      ),
    })}
    heading={({ topic, subject }) => topic || subject || "Урок без темы"}
    blocks={() => (
      <p class="mt-4">
        <Button look="quiet" flush sign="print" onClick={() => void printBlank()}>
          Напечатать пустой бланк
        </Button>
      </p>
    )}
  />
);

/** A sheet without a lesson, to be filled in by hand. */
const printBlank = () =>
  print({
    community: community.value?.id ?? "",
    kind: "lesson_form",
    year: year.value,
    on: today.value,
  });
