/** @import {Meeting} from "../../api/types/records" */
/** @import {PaperKind} from "../../api/types/commands" */
import { focusField } from "../../components/field/focus-field.js";
import { standing } from "./standing.js";
import { wayOf } from "./way.js";

/**
 * The life of a meeting as a line of steps. A press leads to the paper or to the field of the step; how far
 * the meeting has come is said by the record alone.
 *
 * @param {{meeting: Meeting, paper: PaperKind, onPaper: (kind: PaperKind) => void}} props
 */
export function Way({ meeting, paper, onPaper }) {
  const steps = wayOf(standing(meeting.id).state);
  return (
    <ol class="meet__way" aria-label="Путь заседания">
      {steps.map((step) => (
        <li
          key={step.word}
          class={[step.passed && "is-passed", step.reached && "is-reached"]
            .filter(Boolean)
            .join(" ")}
          aria-current={step.now ? "step" : undefined}
        >
          <button
            type="button"
            class={step.paper ? "way__step way__step--paper" : "way__step"}
            aria-pressed={step.paper ? step.paper === paper : undefined}
            onClick={() =>
              step.paper ? onPaper(step.paper) : focusField(`${meeting.id}-${step.field}`)
            }
          >
            <span>{step.word}</span>
            {step.now && <span class="hidden">, сейчас</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}
