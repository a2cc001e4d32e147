/** @import {Route} from "../../state/route.js" */
/** @import {Line, Wanted} from "./choosing.js" */
import { useEffect, useMemo, useState } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { year } from "../../state/file.js";
import { href } from "../../state/route.js";
import { NBSP } from "../../words/dates.js";
import { focusField } from "../../components/field/focus-field.js";
import { PrintOfYear } from "../../features/paper-beside/PrintOfYear.jsx";
import { AssignmentTable } from "./AssignmentTable.jsx";
import { chosen, isNarrowed, WAITING } from "./choosing.js";
import { Filters, WORDS } from "./Filters.jsx";
import { assignments, recommendations, want, wanted } from "./lines-here.js";
import { Recommendations } from "./Recommendations.jsx";
import "./decisions.css";

/**
 * Every assignment of every year in one table, what waits first; recommendations apart, since nobody is held
 * to them. `route.id` is a decision that is to be marked.
 *
 * @param {{route: Route}} props
 */
export function Decisions({ route }) {
  const [marked, setMarked] = useState("");
  useEffect(() => setMarked(route.id), [route.id]);

  const all = assignments.value;
  const shown = useSettled(all, wanted.value, route.id);
  const advised = chosen(recommendations.value, { ...wanted.value, standing: "all" });

  return (
    <div class="page">
      <div class="head">
        <h1>{heading(all)}</h1>
        {all.length > 0 && (
          <PrintOfYear
            kind="assignments"
            year={Number(wanted.value.year) || year.value}
            name="контроль исполнения решений"
          />
        )}
      </div>
      {all.length === 0 ? (
        <div class="mt-4">
          <EmptyRoom
            title="Поручения берутся из протоколов"
            action={
              <ButtonLink look="main" href={href("meetings")}>
                Открыть заседания
              </ButtonLink>
            }
          >
            Запишите в протоколе решение, у которого есть ответственный и срок: оно появится здесь,
            и программа напомнит о нём.
          </EmptyRoom>
        </div>
      ) : (
        <>
          <Filters
            wanted={wanted.value}
            found={shown.length > 0 ? `${shown.length} из ${all.length}` : nothing(wanted.value)}
          />
          {shown.length > 0 ? (
            <AssignmentTable
              shown={shown}
              asked={JSON.stringify(wanted.value)}
              order={wanted.value.order}
              marked={marked}
              onMark={setMarked}
            />
          ) : (
            <p class="mt-4">
              <Button
                onClick={() => {
                  want({ ...WAITING, standing: "all" });
                  focusField(WORDS);
                }}
              >
                Показать все поручения
              </Button>
            </p>
          )}
        </>
      )}
      {advised.length > 0 && <Recommendations key={JSON.stringify(wanted.value)} list={advised} />}
    </div>
  );
}

/**
 * The order of the table is settled when something else is asked for, not when a line changes: a line that was
 * just marked or moved must not leave from under the hands.
 *
 * @param {Line[]} lines
 * @param {Wanted} asked
 * @param {string} needed stands there whatever is asked for
 */
function useSettled(lines, asked, needed) {
  const there = lines.map((line) => line.placed.decision.id).join();
  const order = useMemo(() => {
    const ids = chosen(lines, asked).map((one) => one.placed.decision.id);
    return !needed || ids.includes(needed) ? ids : [needed, ...ids];
  }, [there, asked, needed]);
  const byId = new Map(lines.map((line) => [line.placed.decision.id, line]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

/** @param {Line[]} lines */
function heading(lines) {
  if (lines.length === 0) return "Поручений пока нет";
  const open = lines.filter((line) => line.placed.open).length;
  const late = lines.filter((line) => line.placed.overdue).length;
  if (open === 0) return "Открытых поручений нет";
  return `Открытые поручения:${NBSP}${open}, ${late > 0 ? `просрочено ${late}` : "просроченных нет"}`;
}

/** @param {Wanted} asked */
function nothing(asked) {
  const which = {
    open: "Открытых поручений",
    overdue: "Просроченных поручений",
    done: "Исполненных поручений",
    all: "Поручений",
  }[asked.standing];
  return isNarrowed(asked) ? `${which} с таким отбором нет.` : `${which} нет.`;
}
