/** @import {Plan} from "../../api/types/records" */
/** @import {Group, Line} from "./choosing.js" */
/** @import {DueMark} from "../../components/year-line/YearLine.jsx" */
import { YearLine } from "../../components/year-line/YearLine.jsx";
import { SquareIn } from "../../components/squares/Squares.jsx";
import { today } from "../../state/file.js";
import { allOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { dayAndMonth, monthName, monthsOf, NBSP, shortMonth } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { meetingMarks, yearWords } from "../../features/year-marks/year-marks.js";
import { useGrown } from "../../components/use-grown.js";
import "./year-rows.css";

/** More days than these on one line would hide each other; all of them stand in the rows below. */
const DAYS = 8;

/**
 * The year as a line: its meetings and the activities that have a day, and under it a square for each month of
 * each activity.
 *
 * @param {{plan: Plan, groups: Group[]}} props
 */
export function YearRows({ plan, groups }) {
  const year = plan.school_year;
  const on = today.value;
  const months = monthsOf(year);
  const meetings = meetingMarks(
    year,
    allOf("meeting").filter((meeting) => meeting.community === plan.community),
    plan,
    on,
  );
  const due = daysOf(
    groups.flatMap((group) => group.lines),
    on,
  );
  const total = groups.reduce((sum, one) => sum + one.lines.length, 0);
  let left = useGrown(total, groups.map((group) => group.id).join());
  return (
    <>
      <YearLine
        year={year}
        today={on}
        words={yearWords(on, [], meetings, due)}
        halves={[]}
        meetings={meetings}
        due={due}
      />
      <div class="yr__box" tabIndex={0} role="region" aria-label="Мероприятия по месяцам">
        <table class="yr">
          <thead>
            <tr>
              <th scope="col">Мероприятие</th>
              {months.map((month) => (
                <th key={month} scope="col" class={on.startsWith(month) ? "yr__now" : undefined}>
                  <span aria-hidden="true">{shortMonth(month)}</span>
                  <span class="hidden">{monthName(month)}</span>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => {
            const drawn = group.lines.slice(0, Math.max(0, left));
            left -= group.lines.length;
            if (group.lines.length === 0) return null;
            return (
              <tbody key={group.id}>
                <tr class="grp">
                  <th scope="rowgroup" colSpan={13}>
                    {group.title}{" "}
                    <span>
                      {counted(group.lines.length, "мероприятие", "мероприятия", "мероприятий")}
                    </span>
                  </th>
                </tr>
                {drawn.map((line) => (
                  <YearRow key={line.activity.id} line={line} months={months} />
                ))}
              </tbody>
            );
          })}
        </table>
      </div>
    </>
  );
}

/** @param {{line: Line, months: string[]}} props */
function YearRow({ line, months }) {
  const { activity } = line;
  const own = line.term?.months ?? [];
  const { square, words } = line.standing;
  const term = line.term?.words || "без срока";
  return (
    <tr>
      <th scope="row">
        <a href={href("plan", activity.id)}>{activity.text || "Без названия"}</a>{" "}
        <span class="hidden">
          {words}, {term}
        </span>
        {own.length === 0 && (
          <span class="small soft" aria-hidden="true">
            {term}
          </span>
        )}
      </th>
      {months.map((month) => (
        <td key={month}>{own.includes(month) && <SquareIn kind={square} words={words} />}</td>
      ))}
    </tr>
  );
}

/**
 * Activities with a day: those still ahead first, since they are looked for.
 *
 * @param {Line[]} lines
 * @param {string} on
 * @returns {DueMark[]}
 */
function daysOf(lines, on) {
  const dated = lines.flatMap(({ activity, standing, term: inForce }) => {
    const term = inForce?.term;
    const met = standing.square === "done";
    if (term?.form === "days") return { activity, met, date: term.from, before: "с" };
    if (term?.form === "day") return { activity, met, date: term.date, before: "" };
    if (term?.form === "until") return { activity, met, date: term.date, before: "до" };
    return [];
  });
  dated.sort((a, b) => Number(a.date < on) - Number(b.date < on) || a.date.localeCompare(b.date));
  return dated.slice(0, DAYS).map(({ activity, met, date, before }) => ({
    id: activity.id,
    date,
    name: `${before && before + NBSP}${dayAndMonth(date)}`,
    text: shortened(activity.text || "без названия"),
    shape: /** @type {const} */ ("diamond"),
    met,
  }));
}

/** @param {string} text */
const shortened = (text) =>
  text.length > 24 ? `${text.slice(0, 24).replace(/[\s,.]*[^\s]*$/, "")}…` : text;
