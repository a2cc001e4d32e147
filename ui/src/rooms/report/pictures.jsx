/** @import {ReportFigures} from "../../api/types/figures" */
/** @import {ComponentChildren} from "preact" */
import { Bars, Pairs } from "../../components/bars/Bars.jsx";
import { Years } from "../../components/bars/Years.jsx";
import { Squares, SquaresKey } from "../../components/squares/Squares.jsx";
import { allOf, oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { NBSP, dayAndMonth } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { derivedOf } from "../../state/derived.js";
import { planHere, rowsOfPlan } from "../../features/plan-here/plan-here.js";
import { DIRECTIONS, rowsOf } from "../../features/plan-here/rows.js";
import { standing } from "../../features/plan-here/standing.js";
import { comparedYears } from "./compared-years.js";
import { heldShort, surveyWords } from "./surveys.js";

/**
 * A picture, and under it where its figures come from.
 *
 * @param {{from: ComponentChildren, children: ComponentChildren}} props
 */
function Picture({ from, children }) {
  return (
    <figure class="mt-3 picture">
      {children}
      <figcaption class="small soft">Откуда цифры: {from}</figcaption>
    </figure>
  );
}

/** The seven directions, a square for each activity. */
export function PlanAndFact() {
  const plan = planHere();
  const rows = plan ? rowsOfPlan(plan) : [];
  if (!plan || rows.length === 0) return null;
  const squares = (/** @type {typeof rows} */ some) => some.map((one) => standing(one.id).square);
  return (
    <Picture
      from={
        <a href={href("plan")}>
          план, {counted(rows.length, "мероприятие", "мероприятия", "мероприятий")}
        </a>
      }
    >
      <ul class="fact">
        {DIRECTIONS.map(({ id, name }) => {
          const own = squares(rowsOf(rows, id));
          const done = own.filter((row) => row === "done").length;
          return (
            <li key={id}>
              <span>{name}</span>
              {own.length > 0 ? <Squares states={own} /> : <span />}
              <b class="nb">{own.length > 0 ? `${done} из ${own.length}` : "нет"}</b>
            </li>
          );
        })}
      </ul>
      <div class="fact__key">
        <SquaresKey states={squares(rows)} />
      </div>
    </Picture>
  );
}

/**
 * Who came to each meeting of the year.
 *
 * @param {{year: number}} props
 */
export function Attendance({ year }) {
  const held = allOf("meeting")
    .filter(
      (one) =>
        one.school_year === year && derivedOf("meeting", one.id)?.held && one.attendance.length > 0,
    )
    .sort((a, b) => a.date.localeCompare(b.date));
  if (held.length === 0) return null;
  return (
    <Picture from={<a href={href("meetings")}>протоколы заседаний</a>}>
      <Bars
        label="Сколько человек было на заседаниях"
        rows={held.map((one) => {
          const { present: value = 0, listed: of = 0 } = derivedOf("meeting", one.id) ?? {};
          const number = one.protocol?.number ? `№${NBSP}${one.protocol.number}, ` : "";
          return {
            id: one.id,
            name: `${number}${dayAndMonth(one.date)}`,
            value,
            of,
            words: `${value} из ${of}`,
          };
        })}
      />
    </Picture>
  );
}

/**
 * Difficulties of the last survey of the year beside the survey before it, as the program counts them.
 *
 * @param {{told: ReportFigures | null, year: number}} props
 */
export function DifficultiesPicture({ told, year }) {
  const last = oneOf("survey", told?.last_survey);
  const before = oneOf("survey", told?.survey_before);
  if (!told || !last || (last.asked === 0 && last.questionnaire === null)) return null;
  const both = before ? [before, last] : [last];
  const rows = told.figures
    .filter((figure) => figure.group === "difficulty")
    .map(({ label, share, before: was }) => ({
      id: label,
      name: label,
      was: was?.part ?? null,
      wasOf: was?.whole ?? 0,
      is: share?.part ?? null,
      isOf: share?.whole ?? 0,
    }));
  if (rows.length === 0) return null;
  const pairs = rows.flatMap((row) =>
    row.was !== null && row.is !== null ? [{ ...row, was: row.was, is: row.is }] : [],
  );
  const alone = rows.filter((row) => row.was === null && row.is !== null);
  const withYear = both.some((one) => one.school_year !== year);
  return (
    <Picture from={both.map(surveyWords).join("; ")}>
      {before && pairs.length > 0 && (
        <Pairs
          label="Сколько опрошенных испытывают затруднение, сравнение замеров"
          before={heldShort(before.held, withYear)}
          after={heldShort(last.held, withYear)}
          rows={pairs}
        />
      )}
      {alone.length > 0 && (
        <>
          {pairs.length > 0 && <p class="mt-3 label">Спросили впервые</p>}
          <Bars
            label="Сколько опрошенных испытывают затруднение"
            rows={alone.map(({ id, name, is, isOf }) => ({
              id,
              name,
              value: is ?? 0,
              of: isOf,
              words: `${is} из ${isOf}`,
            }))}
          />
        </>
      )}
    </Picture>
  );
}

/**
 * The year beside those before it, where they have records.
 *
 * @param {{told: ReportFigures | null}} props
 */
export function YearByYearPicture({ told }) {
  if (!told?.years) return null;
  const { names, notes, measures } = comparedYears(told.years);
  return (
    <Picture from="протоколы, планы и состав этих лет; записи каждого года названы ниже">
      <p class="label">Год к году</p>
      <Years label="Год к году" years={names} measures={measures} />
      {notes && <p class="small soft">{notes}</p>}
    </Picture>
  );
}
