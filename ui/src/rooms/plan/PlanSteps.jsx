/** @import {Plan} from "../../api/types/Plan" */
import { Button } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { allOf, oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { tell } from "../../state/messages.js";
import { change } from "../parts/change.js";
import { nextOf, stepsOf } from "./steps.js";

/**
 * How far the plan has come, and what is next.
 *
 * @param {{plan: Plan, here?: boolean}} props `here` where the fields of the state stand on the same screen
 */
export function PlanSteps({ plan, here = false }) {
  const submissions = allOf("submission");
  const next = nextOf(plan, submissions);
  const settings = oneOf("community", plan.community)?.settings;
  return (
    <div class="steps">
      <ol aria-label="Путь плана">
        {(settings ? stepsOf(plan, submissions, settings) : []).map((one) => (
          <li key={one.id}>
            <Status kind={one.status}>
              <b>{one.name}</b>
              {one.said && <span class="small soft"> {one.said}</span>}
              <span class="hidden">, {one.stands}</span>
            </Status>
          </li>
        ))}
      </ol>
      {next && (
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
      )}
    </div>
  );
}

/** @param {Plan} plan */
function makeDraft({ id }) {
  change("plan", id, () => ({ preliminary: false }));
  tell({
    text: "Теперь это проект плана.",
    action: "Вернуть",
    act: () => change("plan", id, () => ({ preliminary: true })),
  });
}
