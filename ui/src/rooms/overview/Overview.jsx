/** @import {Overview as Told} from "../../api/types/findings" */
import { ButtonLink } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { YearLine } from "../../components/year-line/YearLine.jsx";
import { clockQuestion } from "../../state/clock.js";
import { community, today, year } from "../../state/file.js";
import { allOf } from "../../state/records.js";
import { href, hrefOf } from "../../state/route.js";
import { NBSP, dayHeading, daysBetween, schoolYearName } from "../../words/dates.js";
import { Findings } from "./Findings.jsx";
import { Journals } from "./Journals.jsx";
import { Next } from "./Next.jsx";
import { OpenAssignments } from "./OpenAssignments.jsx";
import { PlanLine } from "./PlanLine.jsx";
import { useOverview } from "./use-overview.js";
import { dueMarks, halves, meetingMarks, yearWords } from "../../features/year-marks/year-marks.js";
import "./overview.css";

/** How the year stands on the day of the file, what is next, and who still owes what. */
export function Overview() {
  const { seen, wrong } = useOverview();
  return (
    <div class="page">
      <div class="head">
        <div>
          <p class="soft">{dayHeading(today.value)}</p>
          <h1>{headingNow(seen, wrong)}</h1>
        </div>
        {seen && !clockQuestion.value && <MainAct seen={seen} />}
      </div>
      {wrong && (
        <div class="mt-3">
          <Note tone="wrong" what={wrong} role="alert" />
        </div>
      )}
      {seen && <Year seen={seen} />}
    </div>
  );
}

/**
 * @param {Told | null} seen
 * @param {string} wrong
 */
function headingNow(seen, wrong) {
  // By a wrong day nothing can be said of terms.
  if (clockQuestion.value) return "Проверьте дату компьютера";
  if (seen) return seen.heading;
  return wrong ? "Обзор не открылся" : "Смотрим, как идут дела";
}

/** @param {{seen: Told}} props */
function Year({ seen }) {
  const mine = seen.school_year;
  const whose = community.value?.id;
  const meetings = allOf("meeting")
    .filter((meeting) => meeting.community === whose)
    .sort((a, b) => a.date.localeCompare(b.date));
  const plans = allOf("plan").filter(
    (plan) => plan.community === whose && plan.school_year === mine,
  );
  const plan = plans.find((plan) => !plan.preliminary) ?? plans[0];
  const parts = halves(seen, today.value);
  const above = meetingMarks(mine, meetings, plan, today.value);
  const below = dueMarks(seen, plan);
  return (
    <>
      {mine !== year.value && (
        <p class="soft mt-1">
          Обзор говорит о сегодняшнем дне, поэтому здесь {schoolYearName(mine)} учебный год.
        </p>
      )}
      <YearLine
        year={mine}
        today={today.value}
        words={yearWords(today.value, parts, above, below)}
        halves={parts}
        meetings={above}
        due={below}
      />
      <div class="two">
        <div class="overview__column">
          <Findings seen={seen} level="now" />
          <Next seen={seen} plan={plan} />
        </div>
        <div class="overview__column">
          <OpenAssignments seen={seen} />
          <PlanLine plan={plan} />
          <Journals seen={seen} />
          <Findings seen={seen} level="advice" />
        </div>
      </div>
    </>
  );
}

/** Before the last day of the report its handing over becomes the next thing. */
const SOON = 45;

/**
 * The one green button: a protocol that waits for signatures, then the first paper that РИМК waits for.
 *
 * @param {{seen: Told}} props
 */
function MainAct({ seen }) {
  const act = mainAct(seen);
  if (!act) return null;
  return (
    <div class="head__act">
      <ButtonLink look="main" sign={act.sign} href={act.to}>
        {act.words}
      </ButtonLink>
    </div>
  );
}

/**
 * @param {Told} seen
 * @returns {{sign: "meetings" | "stick" | "plan" | "plus", words: string, to: string} | null}
 */
function mainAct(seen) {
  const waiting = allOf("meeting")
    .filter(
      (one) =>
        one.school_year === seen.school_year &&
        one.protocol?.number &&
        seen.unsigned.includes(one.protocol.number) &&
        one.status === "held",
    )
    .sort((a, b) => a.date.localeCompare(b.date))[0];
  if (waiting) {
    const words = `Открыть протокол №${NBSP}${waiting.protocol?.number}`;
    return { sign: "meetings", words, to: hrefOf("meeting", waiting.id) };
  }
  const waits = (/** @type {string} */ clause) =>
    seen.deadlines.some(
      (one) => one.clause === clause && !one.met && daysBetween(today.value, one.date) <= SOON,
    );
  if (waits("4.7")) {
    const there = allOf("plan").some((plan) => plan.school_year === seen.school_year);
    return { sign: "plan", words: there ? "Открыть план" : "Составить план", to: href("plan") };
  }
  if (waits("4.8"))
    return { sign: "stick", words: "Подготовить передачу в РИМК", to: href("handing-over") };
  if (seen.half_years.every((year) => year.meeting === null))
    return { sign: "meetings", words: "Открыть заседания", to: href("meetings") };
  return null;
}
