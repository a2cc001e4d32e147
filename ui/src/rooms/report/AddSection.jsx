/** @import {Report} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { filledSections } from "../../api/reporting.js";
import { today } from "../../state/file.js";
import { go, href } from "../../state/route.js";
import { useAsync } from "../../state/use-async.js";
import { changeReport, reportOf } from "./change-report.js";
import { left, withSection } from "./sections.js";

/**
 * «Добавить раздел»: a section that the records have something for stands first and says so.
 *
 * @param {{report: Report | null, community: string, year: number}} props
 */
export function AddSection({ report, community, year }) {
  const [picked, setPicked] = useState("");
  const { told: filled } = useAsync(`filled ${community} ${year} ${today.value}`, () =>
    filledSections(community, year, today.value),
  );
  const all = left(report)
    .map((one) => ({ ...one, ready: filled?.includes(one.id) ?? false }))
    .sort((a, b) => Number(b.ready) - Number(a.ready));
  if (all.length === 0) return null;
  const chosen = all.find((one) => one.id === picked) ?? all[0];
  if (!chosen) return null;

  async function add() {
    if (!chosen) return;
    await changeReport(community, year, (latest) => withSection(latest, chosen.id, true));
    setPicked("");
    go(href("report", reportOf(year)?.id ?? "year", chosen.id));
  }
  return (
    <section class="section add-section" aria-label="Ещё разделы">
      <h2 class="section__title">Ещё разделы</h2>
      <div class="mt-2 fields">
        <Choice
          label="Раздел полного отчёта"
          value={chosen.id}
          options={all.map(({ id, title, ready }) => ({
            value: id,
            label: ready ? `${title}: есть записи` : title,
          }))}
          onSave={setPicked}
        />
      </div>
      <p class="mt-3">
        <Button sign="plus" onClick={() => void add()}>
          Добавить раздел
        </Button>
      </p>
    </section>
  );
}
