/** @import {Report, ReportSection} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { community as openCommunity } from "../../state/file.js";
import { allOf } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { changeReport, reportOf } from "./change-report.js";
import { left, withSection } from "./sections.js";

/** Forms of activities that each section is made of. */
const FORMS = /** @type {{[section in ReportSection]?: string[]}} */ ({
  events: ["seminar", "workshop", "master_class", "webinar", "open_lesson", "lesson_visits"],
  contests: ["contest", "conference"],
  support: ["consultation", "expertise"],
});

/**
 * «Добавить раздел»: a section that the records have something for stands first and says so.
 *
 * @param {{report: Report | null, community: string, year: number}} props
 */
export function AddSection({ report, community, year }) {
  const [picked, setPicked] = useState("");
  const all = left(report)
    .map((one) => ({ ...one, ready: hasRecords(one.id, year) }))
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

/**
 * @param {ReportSection} section
 * @param {number} year
 */
function hasRecords(section, year) {
  const plan = allOf("plan").find((plan) => plan.school_year === year);
  switch (section) {
    case "staff":
      return allOf("membership").some(
        (membership) => membership.community === openCommunity.value?.id,
      );
    case "tasks":
      return Boolean(plan && (plan.topic || plan.goal || plan.tasks.length > 0));
    case "courses":
      return allOf("person").some((person) => person.courses.length > 0);
    case "schools":
      return allOf("organisation").some(
        (organisation) => organisation.low_results || organisation.unfavourable_conditions,
      );
    default:
      return allOf("activity").some(
        (one) => one.plan === plan?.id && FORMS[section]?.includes(one.form),
      );
  }
}
