/** @import {Plan} from "../../api/types/records" */
import { ButtonLink } from "../../components/button/Button.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { href } from "../../state/route.js";
import { rowsOfPlan } from "../../features/plan-here/plan-here.js";
import { termOf } from "../../features/plan-here/standing.js";
import { DIRECTIONS, rowsOf } from "../../features/plan-here/rows.js";

/**
 * The plan itself and its rows, in the order of the paper, to go from one to another.
 *
 * @param {{plan: Plan, current: string}} props
 */
export function PlanList({ plan, current }) {
  const rows = rowsOfPlan(plan);
  const inOrder = DIRECTIONS.flatMap(({ id }) => rowsOf(rows, id));
  return (
    <div class="trio__list plan__list">
      <div class="top">
        <ButtonLink sign="back" wide href={href("plan")}>
          План
        </ButtonLink>
      </div>
      <PickList
        label="Части плана"
        current={current}
        items={[
          { id: plan.id, href: href("plan", plan.id), title: "Тема, цель, задачи" },
          ...inOrder.map((one) => ({
            id: one.id,
            href: href("plan", one.id),
            title: one.text || "Без названия",
            below: <span class="small soft">{termOf(one.id)?.words || "без срока"}</span>,
          })),
        ]}
      />
    </div>
  );
}
