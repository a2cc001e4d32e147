/** @import {ComponentChildren} from "preact" */
import { Bars, Pairs } from "../../components/bars/Bars.jsx";
import { Squares, SquaresKey } from "../../components/squares/Squares.jsx";
import { today } from "../../state/file.js";
import { allOf, oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { NBSP, dayAndMonth } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { isPresent } from "../meetings/parts.js";
import { planHere, rowsOfPlan } from "../plan/plans.js";
import { DIRECTIONS, rowsOf, standing } from "../plan/rows.js";
import { compared, countIn, difficultiesIn, heldShort, surveyWords } from "./surveys.js";

/** As many difficulties as the report names. */
const NAMED = 10;

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
  const squares = (/** @type {typeof rows} */ some) =>
    some.map((one) => standing(one, plan.school_year, today.value).square);
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
          const done = own.filter((one) => one === "done").length;
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
        one.school_year === year &&
        one.status === "held" &&
        one.date <= today.value &&
        one.attendance.length > 0,
    )
    .sort((a, b) => a.date.localeCompare(b.date));
  if (held.length === 0) return null;
  return (
    <Picture from={<a href={href("meetings")}>протоколы заседаний</a>}>
      <Bars
        label="Сколько человек было на заседаниях"
        rows={held.map((one) => {
          const value = one.attendance.filter(isPresent).length;
          const of = one.attendance.length;
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
 * Difficulties of the last survey of the year beside the survey before it.
 *
 * @param {{community: string, year: number}} props
 */
export function DifficultiesPicture({ community, year }) {
  const all = allOf("survey").filter((one) => one.community === community && one.asked > 0);
  const { last, before } = compared(all, year, today.value);
  if (!last || last.rows.length === 0) return null;
  const both = before ? [before, last] : [last];
  const named = difficultiesIn(both).map((id) => ({
    id,
    name: oneOf("difficulty", id)?.title ?? "",
    was: before && countIn(before, id),
    wasOf: before?.asked ?? 0,
    is: countIn(last, id),
    isOf: last.asked,
  }));
  const leading = (/** @type {typeof named[0]} */ one) =>
    one.was !== null ? one.was / one.wasOf : (one.is ?? 0) / one.isOf;
  const rows = named.sort((a, b) => leading(b) - leading(a)).slice(0, NAMED);
  const pairs = rows.flatMap((one) =>
    one.was !== null && one.is !== null ? [{ ...one, was: one.was, is: one.is }] : [],
  );
  const alone = rows.filter((one) => one.was === null && one.is !== null);
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
