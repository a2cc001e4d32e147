/** @import {RowBacking} from "../../api/types/derived" */
/** @import {Activity} from "../../api/types/records" */
import { KINDS } from "../../api/types/kinds.js";
import { Button } from "../../components/button/Button.jsx";
import { change } from "../../features/record-parts/change.js";
import { derivedOf } from "../../state/derived.js";
import { notify } from "../../state/messages.js";
import { hrefOf } from "../../state/route.js";
import { NBSP, partialDate } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";

/**
 * What the journals say of a row: the records that answer it, and the mark that follows from them.
 *
 * @param {{activity: Activity}} props
 */
export function Backing({ activity: { id } }) {
  const backing = derivedOf("activity", id)?.backing;
  if (!backing) return null;
  return (
    <section>
      <h2>В журналах</h2>
      <ul class="mt-2">
        {backing.work.map((work) => (
          <li key={work.id}>
            {work.date && `${work.date} `}
            <a href={hrefOf(work.kind, work.id)}>{work.name}</a>
            <span class="soft">, {KINDS[work.kind].words.one}</span>
          </li>
        ))}
      </ul>
      {backing.mark && (
        <p class="mt-2">
          <Button sign="check" onClick={() => mark([{ id, backing }])}>
            Отметить: выполнено {saidOf(backing.mark)}
          </Button>
        </p>
      )}
    </section>
  );
}

/**
 * The same for the whole plan, over its table: how many rows the journals could mark.
 *
 * @param {{rows: Activity[]}} props
 */
export function BackedRows({ rows }) {
  const backed = rows.flatMap(({ id }) => {
    const backing = derivedOf("activity", id)?.backing;
    return backing?.mark ? [{ id, backing }] : [];
  });
  if (backed.length === 0) return null;
  const one = backed.length === 1;
  return (
    <p class="plan__backed rowp">
      <span>
        По журналам {one ? "выполнено" : "выполнены"}, но не {one ? "отмечено" : "отмечены"}{" "}
        {counted(backed.length, "мероприятие", "мероприятия", "мероприятий")}.
      </span>
      <Button look="quiet" sign="check" onClick={() => mark(backed)}>
        {one ? "Отметить" : "Отметить все"}
      </Button>
    </p>
  );
}

/** @param {NonNullable<RowBacking["mark"]>} mark */
const saidOf = ({ date, result }) =>
  [date && partialDate(date), result].filter(Boolean).join(`,${NBSP}`);

/**
 * Takes the proposed marks over; a row that somebody marked meanwhile keeps its mark.
 *
 * @param {{id: string, backing: RowBacking}[]} rows
 */
function mark(rows) {
  for (const { id, backing } of rows) {
    change("activity", id, (now) => (now.mark || !backing.mark ? {} : { mark: backing.mark }));
  }
  const many = counted(rows.length, "мероприятие", "мероприятия", "мероприятий");
  notify({
    text: `Отмечено: ${many}.`,
    action: "Вернуть",
    act: () => {
      for (const { id, backing } of rows) {
        change("activity", id, (now) =>
          JSON.stringify(now.mark) === JSON.stringify(backing.mark) ? { mark: null } : {},
        );
      }
    },
  });
}
