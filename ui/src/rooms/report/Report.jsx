/** @import {Route} from "../../state/route.js" */
import { useEffect, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { Note } from "../../components/note/Note.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { Status } from "../../components/status/Status.jsx";
import { History } from "../../features/history/History.jsx";
import { chooseYear, community, today, year } from "../../state/file.js";
import { useKept } from "../../state/kept.js";
import { allOf, oneOf } from "../../state/records.js";
import { go, href, stayAt } from "../../state/route.js";
import { NBSP, daysBetween, longDate, schoolYearName } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { PaperBeside } from "../../features/paper-beside/PaperBeside.jsx";
import { reportFigures } from "../../api/reporting.js";
import { reportStanding } from "../../api/submission.js";
import { LeftOver } from "../../features/left-over/LeftOver.jsx";
import { keptPaper } from "../../features/submission/papers.js";
import { useAsync } from "../../state/use-async.js";
import { AddSection } from "./AddSection.jsx";
import { Attendance, DifficultiesPicture, PlanAndFact, YearByYearPicture } from "./pictures.jsx";
import { Figures } from "./Figures.jsx";
import { Section } from "./Section.jsx";
import { Standing } from "./Standing.jsx";
import { Surveys } from "./Surveys.jsx";
import { reportOf } from "./change-report.js";
import { printed } from "./sections.js";
import "./report.css";

/**
 * The report of the year: its figures come from the records, the leader writes the words beside the paper.
 *
 * @param {{route: Route}} props
 */
export function Report({ route }) {
  const [full, setFull] = useKept("report full", false);
  const [paperShown, setPaperShown] = useState(false);
  const here = year.value;
  const whose = community.value;
  const report = reportOf(here);
  const on = today.value;
  const asked = whose?.id ?? "";
  const { told, wrong } = useAsync(`${asked} ${here} ${on}`, () => reportFigures(asked, here, on));
  const survey = oneOf("survey", route.id);
  const { told: standing } = useAsync(`standing ${asked} ${here} ${on}`, () =>
    reportStanding(asked, here, on),
  );
  // A paper that was handed over is looked at in place of the one that is made of the records.
  const mark = oneOf("submission", route.place);
  const frozen = standing?.in_force ?? false;
  const wanted = (oneOf("report", route.id) ?? survey ?? mark)?.school_year;
  useEffect(() => {
    // A hit of the search may be of another year: the year on top follows it.
    if (wanted !== undefined && wanted !== year.value) chooseYear(wanted);
  }, [route.id, route.place]);
  // On a narrow window the way to a section leads to its field, not to a hidden one; that to a paper shows it.
  useEffect(() => setPaperShown(mark !== null), [route.place]);
  if (!whose) return null;

  const sections = printed(report);
  const place = survey || oneOf("difficulty", route.id) ? "difficulties" : route.place;
  const current = sections.some((section) => section.id === place) ? place : "";

  /**
   * The list and the address name the section that is written, however it was reached.
   *
   * @param {EventTarget | null} at
   */
  function followSection(at) {
    const section = at instanceof Element ? at.closest("[data-place]") : null;
    const id = section?.getAttribute("data-place")?.replace("section.", "");
    if (id && id !== current && !mark) stayAt(href("report", report?.id ?? "year", id));
  }
  return (
    <div class="trio" data-show={paperShown ? "paper" : undefined}>
      <nav class="trio__list" aria-label="Разделы отчёта">
        <div class="only-wide">
          <PickList
            label="Разделы отчёта"
            current={current}
            items={sections.map(({ id, title, prose }) => ({
              id,
              href: href("report", report?.id ?? "year", id),
              title,
              below: statusOf(Boolean(report?.prose[id]), Boolean(prose)),
            }))}
          />
        </div>
        {/* A strip of seven names and more would go beyond the edge of a narrow window. */}
        <div class="only-narrow report__choice">
          <Choice
            label="Раздел"
            value={current}
            options={[
              ...(current ? [] : [{ value: "", label: "не выбран" }]),
              ...sections.map(({ id, title, prose }) => ({
                value: id,
                label: prose && !report?.prose[id] ? `${title}: нужен текст` : title,
              })),
            ]}
            onSave={(id) => go(href("report", report?.id ?? "year", id))}
          />
        </div>
      </nav>
      <div class="trio__form" onFocusIn={(event) => followSection(event.target)}>
        <div class="stay">
          <h1>Отчёт за {schoolYearName(here)}</h1>
          <p class="mt-1">{dueWords()}</p>
          <div class="mt-3 rowp">
            <Segments
              label="Какой отчёт напечатать"
              value={full ? "full" : "short"}
              options={[
                { value: "short", label: "Краткий" },
                { value: "full", label: "Полный" },
              ]}
              onChange={(value) => setFull(value === "full")}
            />
            <span class="only-narrow">
              <Button
                sign={paperShown ? "pencil" : "sheet"}
                onClick={() => setPaperShown(!paperShown)}
              >
                {paperShown ? "Вернуться к тексту" : "Посмотреть листы"}
              </Button>
            </span>
          </div>
        </div>
        {standing && (
          <div class="mt-3">
            <Standing standing={standing} />
          </div>
        )}
        <p class="mt-3 soft">
          {full
            ? "В полном отчёте все разделы, где есть записи."
            : "В кратком отчёте — разделы из списка."}{" "}
          Цифры и таблицы программа ставит сама; исправить их можно там, откуда они взяты.
        </p>
        {sections.map((words) => (
          <Section
            // Another year has its own text: what is typed must not move there with the field.
            key={`${here} ${words.id}`}
            words={words}
            report={report}
            community={whose.id}
            year={here}
            chosen={words.id === current}
            frozen={frozen}
          >
            {wrong && words.figures && <Note tone="wrong" what={wrong} role="status" />}
            {words.id === "general" && <YearByYearPicture told={told} />}
            {/* These are drawn from the records of today; what was handed over has its figures below. */}
            {words.id === "plan_and_fact" && !frozen && <PlanAndFact />}
            {words.id === "meetings" && !frozen && <Attendance year={here} />}
            {words.id === "difficulties" && (
              <>
                <DifficultiesPicture told={told} year={here} />
                <Surveys key={here} community={whose.id} year={here} opened={survey?.id ?? ""} />
              </>
            )}
            {told && <Figures figures={told.figures} section={words.id} />}
          </Section>
        ))}
        {!frozen && <LeftOver />}
        {!frozen && <AddSection report={report} community={whose.id} year={here} />}
        {report && <History key={report.id} of={report.id} />}
      </div>
      {mark ? (
        <PaperBeside
          key={mark.id}
          request={keptPaper(mark, "report", on, full)}
          above={
            <p class="paper-note">
              Так отчёт сдан {longDate(mark.date)}{" "}
              <a href={href("report", report?.id ?? "year")}>Показать нынешний</a>
            </p>
          }
        />
      ) : (
        <PaperBeside
          request={{ community: whose.id, kind: "report", year: here, meeting: null, full, on }}
        />
      )}
    </div>
  );
}

/**
 * @param {boolean} written
 * @param {boolean} prose
 */
function statusOf(written, prose) {
  if (written) return <Status kind="done">есть текст</Status>;
  if (prose) return <Status kind="writes">нужен текст</Status>;
  return <span class="soft">из записей</span>;
}

function dueWords() {
  const whose = oneOf("community", community.value?.id);
  const taken = allOf("submission")
    .filter(
      (submission) => submission.school_year === year.value && submission.papers.includes("report"),
    )
    .sort((a, b) => a.date.localeCompare(b.date))
    .at(-1);
  if (taken) {
    const number = taken.incoming ? `, вх. №${NBSP}${taken.incoming}` : "";
    return `Сдан в РИМК ${longDate(taken.date)}${number}`;
  }
  if (!whose) return "";
  const { month, day } = whose.settings.report_handed_over_by;
  const of = month >= 9 ? year.value : year.value + 1;
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const due = `${of}-${two(month)}-${two(day)}`;
  const days = daysBetween(today.value, due);
  const left =
    days < 0
      ? "срок прошёл"
      : days === 0
        ? "сегодня последний день"
        : `ещё ${counted(days, "день", "дня", "дней")}`;
  return `Сдать в РИМК не позднее ${longDate(due)}, ${left} (п.${NBSP}4.8)`;
}
