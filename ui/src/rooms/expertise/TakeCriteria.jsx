/** @import {Criterion} from "../../api/types/records" */
/** @import {CriteriaSet} from "../../api/types/supplied" */
import { useEffect, useState } from "preact/hooks";

import { criteriaSets } from "../../api/control.js";
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { notifyError } from "../../state/messages.js";
import { allOf } from "../../state/records.js";
import { longDate } from "../../words/dates.js";

/**
 * Measures to be taken together: a set that the program brings along, or those of an earlier expertise. What stands there
 * already is not taken twice.
 *
 * @param {{criteria: Criterion[], onTake: (texts: string[]) => void}} props
 */
export function TakeCriteria({ criteria, onTake }) {
  const [supplied, setSupplied] = useState(/** @type {CriteriaSet[]} */ ([]));
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    criteriaSets().then(setSupplied, notifyError);
  }, []);

  const here = new Set(criteria.map(({ id }) => id));
  const earlier = allOf("expertise")
    .filter((one) => one.criteria.length > 0 && !one.criteria.some(({ id }) => here.has(id)))
    .sort((a, b) => b.date.localeCompare(a.date));
  const sets = [
    ...supplied.map(({ title, criteria: texts }) => ({ key: title, title, texts })),
    ...earlier.map((one) => ({
      key: one.id,
      title: `Как в экспертизе ${longDate(one.date)}: ${one.title || "без названия"}`,
      texts: one.criteria.map(({ text }) => text),
    })),
  ];
  const set = sets.find(({ key }) => key === chosen) ?? sets[0];
  const there = new Set(criteria.map(({ text }) => text.trim()));
  const fresh = set?.texts.filter((text) => text.trim() && !there.has(text.trim())) ?? [];
  return (
    <div class="mt-2 criteria__take">
      <Choice
        label="Готовые показатели"
        value={set?.key ?? ""}
        options={sets.map(({ key, title }) => ({ value: key, label: title }))}
        onSave={setChosen}
      />
      <Button disabled={fresh.length === 0} onClick={() => onTake(fresh)}>
        Взять показатели
      </Button>
    </div>
  );
}
