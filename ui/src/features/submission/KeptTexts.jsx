/** @import {Submission} from "../../api/types/records" */
import { longDate } from "../../words/dates.js";
import { keptIn } from "./papers.js";

/**
 * Links to the papers as they were handed over.
 *
 * @param {{mark: Submission}} props
 */
export function KeptTexts({ mark }) {
  const kept = keptIn(mark);
  if (kept.length === 0) return null;
  return (
    <p class="mt-2">
      Сохранено так, как сдано:{" "}
      {kept.map(({ paper, words, to }, at) => (
        <span key={paper}>
          {at > 0 && ", "}
          <a href={to}>
            {words}
            <span class="hidden">, как сдано {longDate(mark.date)}</span>
          </a>
        </span>
      ))}
    </p>
  );
}
