/** @import {Route} from "../../state/route.js" */
/** @import {Pasted} from "../../features/table-import/pasted.js" */
import { useEffect } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { community, year } from "../../state/file.js";
import { useKept } from "../../state/kept.js";
import { allOf, oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { schoolYearName } from "../../words/dates.js";
import { onPaste } from "../../features/table-import/pasted.js";
import { PasteTable } from "./PasteTable.jsx";
import { PlanSheet } from "./PlanSheet.jsx";
import { PlanTable } from "./PlanTable.jsx";
import { planHere } from "../../features/plan-here/plan-here.js";
import { createPlan } from "./plans.js";
import { Proposals } from "./Proposals.jsx";
import { RowForm } from "./RowForm.jsx";
import "../../components/part/part.css";
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
  const [pasting, setPasting] = useKept(
    `plan table of ${of}`,
    /** @type {Pasted | "asked" | null} */ (null),
  );
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
  // Proposals come from what is known of the year before.
  const before = hasYear(whose, of - 1);
  return (
    <div class="page">
      <h1>Плана на {name} учебный год пока нет</h1>
      <p class="mt-2 plan__none">
        Сначала тема, цель и задачи, потом мероприятия по семи направлениям. Всё можно дописать
        позже.
        {before &&
          " Предложения берутся из прошлого года: что не сделано, что поручено, что повторяется."}
      </p>
      <p class="mt-4 rowp">
        <Button look="main" sign="plus" onClick={() => void createPlan()}>
          Создать план на {name}
        </Button>
        {before && (
          <ButtonLink sign="plan" href={href("plan", "proposals")}>
            Начать с предложений
          </ButtonLink>
        )}
        <Button sign="sheet" onClick={() => setPasting("asked")}>
          Вставить таблицу…
        </Button>
      </p>
    </div>
  );
}

/**
 * Whether the year has a plan or a meeting.
 *
 * @param {string} whose
 * @param {number} of
 */
const hasYear = (whose, of) =>
  [...allOf("plan"), ...allOf("meeting")].some(
    (one) => one.community === whose && one.school_year === of,
  );
