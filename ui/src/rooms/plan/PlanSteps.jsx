/** @import {Plan} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { derivedOf } from "../../state/derived.js";
import { href } from "../../state/route.js";
import { notify } from "../../state/messages.js";
import { change } from "../../features/record-parts/change.js";
import { drawn } from "./steps.js";

/**
 * How far the plan has come, and what is next, where the fields of its state stand on the same screen.
 *
 * @param {{plan: Plan}} props
 */
export function PlanSteps({ plan }) {
  return (
    <div class="steps">
      <PlanWay plan={plan} />
      <NextStep plan={plan} here />
    </div>
  );
}

/**
 * All steps of the plan, those gone and those before it.
 *
 * @param {{plan: Plan}} props
 */
export function PlanWay({ plan }) {
  return (
    <ol class="steps__way" aria-label="Путь плана">
      {(derivedOf("plan", plan.id)?.steps ?? []).map(drawn).map((one) => (
        <li key={one.step}>
          <Status kind={one.status}>
            <b>{one.name}</b>
            {one.said && <span class="small soft"> {one.said}</span>}
            <span class="hidden">, {one.stands}</span>
          </Status>
        </li>
      ))}
    </ol>
  );
}

/** @param {{plan: Plan, here?: boolean}} props `here` where the fields stand on the same screen */
export function NextStep({ plan, here = false }) {
  const next = derivedOf("plan", plan.id)?.next;
  if (!next) return null;
  return (
    <p class="steps__next">
      <b>Дальше:</b> {next.said}{" "}
      {plan.preliminary ? (
        <Button look="quiet" onClick={() => makeDraft(plan)}>
          Сделать проектом
        </Button>
      ) : (
        !here && <a href={href("plan", plan.id, "state")}>Отметить</a>
      )}
    </p>
  );
}

/** @param {Plan} plan */
function makeDraft({ id }) {
  change("plan", id, () => ({ preliminary: false }));
  notify({
    text: "Теперь это проект плана.",
    action: "Отменить",
    act: () => change("plan", id, () => ({ preliminary: true })),
  });
}
