/** @import {Route} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { change } from "../../features/record-parts/change.js";
import { derivedOf } from "../../state/derived.js";
import { notifyError } from "../../state/messages.js";
import { counted } from "../../words/numbers.js";
import { termWords } from "../../words/terms.js";

/**
 * Rows that the program proposes for the difficulties of a route; nothing of them is kept before the button.
 *
 * @param {{of: Route}} props
 */
export function ProposedRows({ of }) {
  const proposed = derivedOf("route", of.id)?.proposed ?? [];
  if (proposed.length === 0) return null;
  async function take() {
    try {
      const ids = await newIds(proposed.length);
      const rows = proposed.map(({ deficit, measure, form, place, term }, at) => ({
        id: ids[at] ?? "",
        deficit,
        measure,
        form,
        place,
        hours: null,
        term,
        expected: "",
        proof: "",
        mark: null,
      }));
      change("route", of.id, (now) => ({ rows: [...now.rows, ...rows] }));
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  return (
    <section>
      <h2>Предложения по затруднениям</h2>
      <ul class="mt-2">
        {proposed.map((row) => (
          <li key={`${row.difficulty} ${row.measure}`}>
            {row.deficit}: {row.measure}
            {row.term && <span class="soft">, {termWords(row.term)}</span>}
          </li>
        ))}
      </ul>
      <p class="mt-2">
        <Button sign="plus" onClick={() => void take()}>
          Добавить {counted(proposed.length, "строку", "строки", "строк")}
        </Button>
      </p>
    </section>
  );
}
