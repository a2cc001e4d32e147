/** @import {WorkState} from "../../api/types/derived" */
/** @import {ComponentChildren} from "preact" */
/** @import {Overview} from "../../api/types/findings" */
/** @import {Plan} from "../../api/types/records" */
import { community, today } from "../../state/file.js";
import { allOf } from "../../state/records.js";
import { hrefOf } from "../../state/route.js";
import { timeInWords } from "../../words/clock-time.js";
import { NBSP, dayAndMonth, daysBetween, monthName, schoolYearOf } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { derivedOf } from "../../state/derived.js";
import { personName } from "../../features/assignments/decisions-here.js";
import { FindingLink, belongsToDeadline } from "./Findings.jsx";

/** Activities beyond this many are the plan's matter. */
const ACTIVITIES = 4;
/** An activity further away than two months is not yet next. */
const NEAR = 62;

/** What falls within so many days is soon; the heading says the same number. */
const SOON = 30;

/**
 * What is due in the next 30 days and what comes after: the regulation's deadlines with their clauses, meetings, the
 * nearest events and steps of road maps, the nearest activities of the plan.
 *
 * @param {{seen: Overview, plan: Plan | undefined}} props
 */
export function Next({ seen, plan }) {
  const lines = [
    ...deadlineLines(seen),
    ...meetingLines(seen),
    ...eventLines(seen),
    ...stepLines(seen),
    ...activityLines(plan),
  ].sort((a, b) => a.date.localeCompare(b.date));
  const soon = lines.filter((line) => daysBetween(today.value, line.date) <= SOON);
  const later = lines.filter((line) => !soon.includes(line));
  return (
    <>
      <section aria-labelledby="next">
        <h2 id="next">В ближайшие 30 дней</h2>
        {soon.length > 0 ? (
          <Lines lines={soon} />
        ) : (
          <p>
            {later.length > 0
              ? "Сроков нет."
              : "Сроков нет, и до конца учебного года больше не будет."}
          </p>
        )}
      </section>
      {later.length > 0 && (
        <section aria-labelledby="later">
          <h2 id="later">Дальше</h2>
          <Lines lines={later} />
        </section>
      )}
    </>
  );
}

/** @param {{lines: {id: string, when: string, clause: string, body: ComponentChildren}[]}} props */
function Lines({ lines }) {
  return (
    <ol class="lines">
      {lines.map((line) => (
        <li key={line.id}>
          <div class="when">
            {line.when}
            <span class="clause">п.{NBSP + line.clause}</span>
          </div>
          <div>{line.body}</div>
        </li>
      ))}
    </ol>
  );
}

/** @param {Overview} seen */
function meetingLines({ school_year: year }) {
  return allOf("meeting")
    .filter(
      (one) =>
        one.community === community.value?.id &&
        one.school_year === year &&
        one.status === "planned" &&
        one.date >= today.value,
    )
    .map((one) => {
      const address = hrefOf("meeting", one.id);
      const name = one.topic ? `Заседание: ${one.topic}` : "Заседание";
      return {
        id: one.id,
        date: one.date,
        when: dayAndMonth(one.date),
        clause: "4.5",
        body: (
          <>
            <b>
              <a href={address}>{name}</a>
            </b>
            <p class="soft">{[left(one.date), timeInWords(one)].filter(Boolean).join(", ")}</p>
          </>
        ),
      };
    });
}

/** @param {Overview} seen */
function deadlineLines(seen) {
  return (
    seen.deadlines
      // What is past is a finding, where it is asked about at all: nothing is before the first record here.
      .filter((one) => !one.met && one.date >= today.value)
      .map((one) => {
        const told = seen.findings.filter(
          (finding) => finding.clause === one.clause && belongsToDeadline(finding, seen),
        );
        const hints = [...new Set(told.map((finding) => finding.hint))];
        const first = told[0];
        return {
          id: one.what,
          date: one.date,
          when: dayAndMonth(one.date),
          clause: one.clause,
          body: (
            <>
              <b>{toDo(one)}</b>
              <p class="soft">{left(one.date)}</p>
              {hints.map((hint) => (
                <p key={hint}>{hint}</p>
              ))}
              {first && <FindingLink finding={first} />}
            </>
          ),
        };
      })
  );
}

/**
 * What is written down in the journal of events for a day to come.
 *
 * @param {Overview} seen
 */
function eventLines({ school_year: year }) {
  const on = today.value;
  return allOf("event")
    .filter((event) => event.date >= on && schoolYearOf(event.date) === year)
    .filter((event) => daysBetween(on, event.date) <= NEAR)
    .map((event) => ({
      id: event.id,
      date: event.date,
      when: dayAndMonth(event.date),
      clause: "3.1.3",
      body: (
        <>
          <b>
            <a href={hrefOf("event", event.id)}>{event.title || "Событие без названия"}</a>
          </b>
          <p class="soft">{[left(event.date), event.place].filter(Boolean).join(", ")}</p>
        </>
      ),
    }));
}

/** @param {Overview} seen */
function stepLines({ steps }) {
  return steps.flatMap((step) => {
    const end = step.term?.due;
    if (!end) return [];
    const line = {
      id: `${step.record} ${step.part}`,
      date: end,
      when: dayAndMonth(end),
      clause: "3.1.6",
      body: (
        <>
          <b>
            <a href={hrefOf("road_map", step.record)}>{step.text}</a>
          </b>
          <p class="soft">{[step.source, ...step.who].filter(Boolean).join(", ")}</p>
        </>
      ),
    };
    return [line];
  });
}

/** States of which nothing came yet. @type {WorkState[]} */
const WAITING = ["overdue", "moved", "going", "ahead"];

/** @param {Plan | undefined} plan */
function activityLines(plan) {
  const on = today.value;
  return allOf("activity")
    .filter((activity) => plan && activity.plan === plan.id)
    .flatMap((activity) => {
      const found = derivedOf("activity", activity.id);
      const waits = found && WAITING.includes(found.state);
      return waits && found.term
        ? [{ activity, term: found.term.term, words: found.term.words, end: found.term.due }]
        : [];
    })
    .filter(({ end }) => end !== null && end >= on && daysBetween(on, end) <= NEAR)
    .sort((a, b) => (a.end ?? "").localeCompare(b.end ?? ""))
    .slice(0, ACTIVITIES)
    .map(({ activity, term, words, end }) => {
      const address = hrefOf("activity", activity.id);
      const day = term?.form === "day" || term?.form === "days" || term?.form === "until";
      return {
        id: activity.id,
        date: end ?? "",
        when: end ? (day ? dayAndMonth(end) : monthName(end)) : words,
        clause: activity.direction,
        body: (
          <>
            <b>
              <a href={address}>{activity.text}</a>
            </b>
            <p class="soft">
              {[
                ...activity.responsible.map(personName),
                activity.responsible_in_words,
                activity.expected,
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
          </>
        ),
      };
    });
}

/**
 * A deadline as a thing to do; the program's own words say it as done.
 *
 * @param {{clause: string, what: string}} deadline
 */
function toDo({ clause, what }) {
  if (clause === "4.7") return "Утвердить план в РИМК";
  if (clause === "4.8") return "Сдать в РИМК отчёт и предварительный план";
  return what.replace(/^Заседание/, "Провести заседание");
}

/** @param {string} date */
function left(date) {
  const days = daysBetween(today.value, date);
  if (days === 0) return "сегодня последний день";
  const count = counted(days, "день", "дня", "дней");
  return `осталось ${count}`;
}
