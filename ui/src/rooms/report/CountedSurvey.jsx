/** @import {Survey} from "../../api/types/records" */
import { surveyResults } from "../../api/surveys.js";
import { href } from "../../state/route.js";
import { useAsync } from "../../state/use-async.js";
import { counted } from "../../words/numbers.js";
import { heldShort } from "./surveys.js";

/**
 * A survey whose totals are counted of its sheets: they are read here and kept in «Затруднениях».
 *
 * @param {{survey: Survey}} props
 */
export function CountedSurvey({ survey }) {
  const { told } = useAsync(`counted ${survey.id}`, () =>
    surveyResults(survey.community, survey.id, null),
  );
  const answered = counted(told?.asked ?? 0, "анкета", "анкеты", "анкет");
  return (
    <details class="fold">
      <summary>
        <b>{heldShort(survey.held, true)}</b>
        <span class="soft">: посчитано по анкетам, {answered}</span>
      </summary>
      <ul class="mt-2">
        {(told?.leading ?? []).map(({ title, last }) =>
          last ? (
            <li key={title}>
              {title} — {last.part} из {last.whole}
            </li>
          ) : null,
        )}
      </ul>
      <p class="mt-2">
        <a href={href("surveys", survey.id)}>Открыть замер в «Затруднениях»</a>
      </p>
    </details>
  );
}
