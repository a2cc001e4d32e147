/** @import {Plan} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { chooseYear } from "../../state/file.js";
import { derivedOf } from "../../state/derived.js";
import { href } from "../../state/route.js";
import { NextStep, PlanWay } from "./PlanSteps.jsx";
import { isApproved } from "./plans.js";
import { drawn } from "./steps.js";

/**
 * One line over the table: how far the plan has come, what is next, and where the rest of the plan is. The whole
 * way unfolds.
 *
 * @param {{plan: Plan, onPaste: () => void}} props
 */
export function PlanBar({ plan, onPaste }) {
  const way = derivedOf("plan", plan.id);
  const last = way?.steps.find((step) => step.step === way.reached);
  const reached = last && drawn(last);
  return (
    <div class="plan__bar">
      <details class="plan__state">
        <summary>
          {reached && (
            <Status kind={reached.status}>
              <b>{reached.name}</b>
              {reached.said && <span class="soft"> {reached.said}</span>}
            </Status>
          )}
        </summary>
        <PlanWay plan={plan} />
      </details>
      <NextStep plan={plan} />
      <span class="plan__ways">
        <a href={href("plan", plan.id)}>Тема, цель, задачи, заседания, утверждение</a>
        <a
          href={href("plan", "proposals")}
          // Of an approved plan nothing more is proposed: the next one is thought of.
          onClick={() => isApproved(plan) && chooseYear(plan.school_year + 1)}
        >
          {isApproved(plan) ? "Предложения на следующий год" : "Предложения из прошлого года"}
        </a>
        <Button look="quiet" onClick={onPaste}>
          Вставить таблицу…
        </Button>
      </span>
    </div>
  );
}
