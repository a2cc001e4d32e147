/** @import {Route} from "../../state/route.js" */
/** @import {Pasted} from "../parts/table-import/pasted.js" */
import { useEffect, useState } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { community, year } from "../../state/file.js";
import { oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { schoolYearName } from "../../words/dates.js";
import { onPaste } from "../parts/table-import/pasted.js";
import { PasteTable } from "./PasteTable.jsx";
import { PlanSheet } from "./PlanSheet.jsx";
import { PlanTable } from "./PlanTable.jsx";
import { createPlan, planHere } from "./plans.js";
import { Proposals } from "./Proposals.jsx";
import { RowForm } from "./RowForm.jsx";
import "../parts/part.css";
import "./plan.css";

/**
 * The plan of the chosen year as a table; with a record's address the plan itself or one of its rows, beside
 * the paper.
 *
 * @param {{route: Route}} props
 */
export function PlanRoom({ route }) {
  if (route.id === "proposals") {
    return <Proposals key={year.value} whose={community.value?.id ?? ""} of={year.value} />;
  }
  const activity = oneOf("activity", route.id);
  const plan = oneOf("plan", activity?.plan ?? route.id);
  const paper = route.place === "paper";
  if (activity && plan)
    return <RowForm key={activity.id} activity={activity} plan={plan} paper={paper} />;
  if (plan) return <PlanSheet key={plan.id} plan={plan} place={route.place} />;
  const here = planHere();
  if (here) return <PlanTable key={here.id} plan={here} />;
  return <NoPlan key={year.value} whose={community.value?.id ?? ""} of={year.value} />;
}

/**
 * A year without a plan: it is made empty, from proposals, or from a table that is there already.
 *
 * @param {{whose: string, of: number}} props
 */
function NoPlan({ whose, of }) {
  const [pasting, setPasting] = useState(/** @type {Pasted | "asked" | null} */ (null));
  useEffect(() => (pasting ? undefined : onPaste(setPasting)), [pasting]);
  const name = schoolYearName(of);
  if (pasting) {
    return (
      <PasteTable
        whose={whose}
        of={of}
        pasted={pasting === "asked" ? null : pasting}
        onClose={() => setPasting(null)}
      />
    );
  }
  return (
    <div class="page">
      <h1>План на {name} учебный год</h1>
      <EmptyRoom
        title={`Плана на ${name} пока нет`}
        action={
          <span class="rowp">
            <Button look="main" sign="plus" onClick={() => void createPlan()}>
              Создать план на {name}
            </Button>
            <ButtonLink sign="plan" href={href("plan", "proposals")}>
              Начать с предложений
            </ButtonLink>
            <Button sign="sheet" onClick={() => setPasting("asked")}>
              Вставить таблицу…
            </Button>
          </span>
        }
      >
        Сначала тема, цель и задачи, потом мероприятия по семи направлениям. Всё можно дописать
        позже. Предложения берутся из прошлого года: что не сделано, что поручено, что повторяется.
      </EmptyRoom>
    </div>
  );
}
