/** @import {Activity} from "../../api/types/Activity" */
/** @import {Plan} from "../../api/types/Plan" */
import { useEffect, useRef, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Squares, SquaresKey } from "../../components/squares/Squares.jsx";
import { Status } from "../../components/status/Status.jsx";
import { today } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { offerPrinting } from "../../state/printing.js";
import { go, href } from "../../state/route.js";
import { longDate, NBSP, partialDate, schoolYearName } from "../../words/dates.js";
import { termWords } from "../../words/terms.js";
import { print, savePdf } from "../parts/PaperBeside.jsx";
import { Months } from "./Months.jsx";
import { addRow, planPaper, rowsOfPlan } from "./plans.js";
import { DIRECTIONS, monthsOfTerm, rowsOf, standing, termInForce } from "./rows.js";

/** @param {{plan: Plan}} props */
export function PlanTable({ plan }) {
  const [month, setMonth] = useState("");
  const latest = useRef(plan);
  latest.current = plan;
  useEffect(() => offerPrinting(() => void print(planPaper(latest.current))), []);
  const year = plan.school_year;
  const on = today.value;
  const rows = rowsOfPlan(plan);
  const squares = (/** @type {Activity[]} */ some) =>
    some.map((one) => standing(one, year, on).square);
  const empty = DIRECTIONS.filter(({ id }) => rowsOf(rows, id).length === 0);

  return (
    <div class="page">
      <div class="head">
        <div>
          <h1>План на {schoolYearName(year)} учебный год</h1>
          <p>
            {planState(plan)}{" "}
            <a href={href("plan", plan.id)}>Тема, цель, задачи, заседания, утверждение</a>
          </p>
        </div>
        <div class="head__act plan__acts">
          <Button sign="save" onClick={() => void savePdf(planPaper(plan))}>
            <span>
              <span class="hidden">Сохранить </span>PDF…
            </span>
          </Button>
          <Button sign="print" onClick={() => void print(planPaper(plan))}>
            Напечатать
          </Button>
          <Button look="main" sign="plus" onClick={() => void addRow(plan, "3.1.1")}>
            Добавить мероприятие
          </Button>
        </div>
      </div>
      <div class="plan">
        <section class="dirs" aria-label="План и факт по направлениям">
          <div>
            <p class="small soft">План и факт по направлениям</p>
            <ul class="dirs__seven">
              {DIRECTIONS.map(({ id, name }) => {
                const own = rowsOf(rows, id);
                return (
                  <li key={id}>
                    <span>{name}</span>
                    {own.length > 0 ? (
                      <Squares states={squares(own)} />
                    ) : (
                      <span class="soft small">нет</span>
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
          <div>
            <SquaresKey states={squares(rows)} />
            {empty.length > 0 && empty.length < 7 && (
              <p class="mt-3 small">
                Без мероприятий: {empty.map((one) => one.name.toLowerCase()).join(", ")}.
              </p>
            )}
          </div>
        </section>
        <div>
          <Months
            year={year}
            value={month}
            filled={rows.flatMap((one) => monthsOfTerm(termInForce(one), year))}
            onChange={setMonth}
          />
          <table class="acts" role="table">
            <thead role="rowgroup">
              <tr role="row">
                {["Срок", "Мероприятие", "Ответственный", "Результат", "Отметка о выполнении"].map(
                  (name) => (
                    <th key={name} role="columnheader" scope="col">
                      {name}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            {DIRECTIONS.map(({ id, name }) => {
              const all = rowsOf(rows, id);
              const shown = all.filter(
                (one) => !month || monthsOfTerm(termInForce(one), year).includes(month),
              );
              if (month && shown.length === 0) return null;
              return (
                <tbody key={id} role="rowgroup">
                  <tr class="grp" role="row">
                    <th role="rowheader" scope="rowgroup" colSpan={5}>
                      {name}{" "}
                      <span>
                        п.{NBSP}
                        {id}
                      </span>
                    </th>
                  </tr>
                  {shown.map((one) => (
                    <Row key={one.id} activity={one} year={year} />
                  ))}
                  {all.length === 0 && (
                    <tr class="acts__none" role="row">
                      <td role="cell" colSpan={5}>
                        <span class="soft">Мероприятий пока нет.</span>{" "}
                        <Button look="quiet" sign="plus" onClick={() => void addRow(plan, id)}>
                          <span>
                            Добавить<span class="hidden">: {name.toLowerCase()} направление</span>
                          </span>
                        </Button>
                      </td>
                    </tr>
                  )}
                </tbody>
              );
            })}
          </table>
          {month && !rows.some((one) => monthsOfTerm(termInForce(one), year).includes(month)) && (
            <p class="mt-3">
              В этом месяце мероприятий нет.{" "}
              <Button look="quiet" onClick={() => setMonth("")}>
                Показать весь год
              </Button>
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

/** @param {{activity: Activity, year: number}} props */
function Row({ activity, year }) {
  const on = today.value;
  const to = href("plan", activity.id);
  const { words, status } = standing(activity, year, on);
  const { mark, moves } = activity;
  const responsible = pickable(on, activity.responsible).filter((one) =>
    activity.responsible.includes(one.id),
  );
  return (
    <tr
      role="row"
      onClick={() => {
        // A drag of the mouse that marks text is no wish to open the row.
        if (!getSelection()?.toString()) go(to);
      }}
    >
      <td role="cell">
        {termWords(termInForce(activity))}
        {moves.length > 0 && activity.term && (
          <span class="small soft">по плану: {termWords(activity.term)}</span>
        )}
      </td>
      <td role="cell">
        <a href={to}>{activity.text || "Без названия"}</a>
      </td>
      <td role="cell">{responsible.map((one) => one.name).join(", ")}</td>
      <td role="cell">{activity.expected}</td>
      <td role="cell">
        <Status kind={status}>{words}</Status>
        {mark?.date && <span class="small soft acts__under">{partialDate(mark.date)}</span>}
        {mark?.result && <span class="small soft acts__under">{mark.result}</span>}
      </td>
    </tr>
  );
}

/**
 * «Принят 5 сентября 2025 г., протокол № 1. Утверждён РИМК 12 сентября 2025 г.»
 *
 * @param {Plan} plan
 */
function planState({ preliminary, adopted, approved }) {
  const said = [
    preliminary && "Предварительный план.",
    adopted &&
      `Принят ${longDate(adopted.date)}${adopted.number ? `, протокол №${NBSP}${adopted.number}` : ""}`.replace(
        /\.?$/,
        ".",
      ),
    approved &&
      `Утверждён РИМК ${longDate(approved.date)}${approved.number ? `, №${NBSP}${approved.number}` : ""}`.replace(
        /\.?$/,
        ".",
      ),
    !approved && !preliminary && "Ещё не утверждён (п.\u00a04.7).",
  ];
  return said.filter(Boolean).join(" ");
}
