/** @import {Line} from "./choosing.js" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { href } from "../../state/route.js";
import { shortDate } from "../../words/dates.js";
import { protocolName } from "../../features/assignments/decisions-here.js";
import { focusField } from "../../components/field/focus-field.js";
import { organisationName } from "./lines-here.js";

/** So many are drawn until the others are asked for. */
const FIRST = 10;

/**
 * Recommendations with their addressees, apart from what somebody is held to.
 *
 * @param {{list: Line[]}} props
 */
export function Recommendations({ list }) {
  const [whole, setWhole] = useState(false);
  return (
    <section class="mt-5" aria-labelledby="recommended">
      <h2 id="recommended">Рекомендации</h2>
      <p class="soft">За их выполнением программа не следит: они никого не обязывают.</p>
      <ul class="mt-2 lines">
        {(whole ? list : list.slice(0, FIRST)).map(({ placed: { meeting, decision, number } }) => {
          const place = `${protocolName(meeting)}, п.\u00a0${number}`;
          return (
            <li key={decision.id} id={`advised-${decision.id}`} tabIndex={-1}>
              <div class="when">
                <a href={href("meetings", meeting.id, decision.id)}>{place}</a>
                <small>{shortDate(meeting.date)}</small>
              </div>
              <div>
                <p>{decision.text || "Без текста"}</p>
                <p class="soft">
                  {decision.addressee
                    ? `Кому: ${organisationName(decision.addressee)}`
                    : "Кому: адресат не указан"}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {!whole && list.length > FIRST && (
        <p class="mt-3">
          <Button
            sign="down"
            onClick={() => {
              setWhole(true);
              focusField(`advised-${list[FIRST]?.placed.decision.id}`);
            }}
          >
            Показать остальные {list.length - FIRST}
          </Button>
        </p>
      )}
    </section>
  );
}
