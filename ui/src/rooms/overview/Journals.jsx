/** @import {Overview} from "../../api/types/findings" */
import { JOURNALS } from "../../api/types/journals.js";
import { href } from "../../state/route.js";

/**
 * What the journals of the methodical work hold of the year, one press from each; nothing where none is kept.
 *
 * @param {{seen: Overview}} props
 */
export function Journals({ seen }) {
  if (seen.journals.length === 0) return null;
  return (
    <section aria-labelledby="journals-of-year">
      <h2 id="journals-of-year">Методическая работа</h2>
      <ul class="overview__journals">
        {seen.journals.map(({ journal, words }) => {
          const kept = JOURNALS.find(({ id }) => id === journal);
          return (
            kept && (
              <li key={journal}>
                <a href={href(kept.room)}>{kept.title}</a>
                <span class="soft">{words}</span>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
