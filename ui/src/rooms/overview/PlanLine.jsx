/** @import {Plan} from "../../api/types/records" */
import { Squares } from "../../components/squares/Squares.jsx";
import { href } from "../../state/route.js";
import { rowsOfPlan } from "../../features/plan-here/plan-here.js";
import { standing } from "../../features/plan-here/standing.js";

/**
 * «План: выполнено 6 из 17», a square for each activity; one press to the plan.
 *
 * @param {{plan: Plan | undefined}} props
 */
export function PlanLine({ plan }) {
  if (!plan) return null;
  const states = rowsOfPlan(plan).map((row) => standing(row.id).square);
  if (states.length === 0) return null;
  const done = states.filter((state) => state === "done").length;
  return (
    <section class="plan-line" aria-label="План года">
      <a href={href("plan")}>
        План: выполнено {done} из {states.length}
      </a>
      <Squares states={states} />
    </section>
  );
}
