/** @import {Plan} from "../../api/types/records" */
/** @import {View} from "./rows-here.js" */
import { useEffect } from "preact/hooks";

import { ButtonLink } from "../../components/button/Button.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { History } from "../../features/history/History.jsx";
import { today } from "../../state/file.js";
import { oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { longDate, schoolYearName } from "../../words/dates.js";
import { change } from "../../features/record-parts/change.js";
import { PaperBeside } from "../../features/paper-beside/PaperBeside.jsx";
import { keptPaper } from "../../features/submission/papers.js";
import { PlanList } from "./PlanList.jsx";
import { PlannedMeetings } from "./PlannedMeetings.jsx";
import { TypedTables } from "../../features/typed-tables/TypedTables.jsx";
import { planPaper } from "../../features/plan-here/plan-here.js";
import { PlanState } from "./PlanState.jsx";
import { orderHere, view } from "./rows-here.js";
import { Sections } from "./Sections.jsx";
import { Tasks } from "./Tasks.jsx";
import { Zones } from "./Zones.jsx";

const ORDERS = [
  { value: "direction", label: "Направления" },
  { value: "section", label: "Разделы" },
  { value: "month", label: "Месяцы" },
];

/**
 * The plan itself: topic, goal, problem zones, tasks, meetings, adoption and approval.
 *
 * @param {{plan: Plan, place: string}} props `place` is the paper, the state that is looked for, or the handing-over
 *   whose paper is shown in place of the plan as it is now
 */
export function PlanSheet({ plan, place }) {
  const { id } = plan;
  const mark = oneOf("submission", place);
  const paper = place === "paper" || mark !== null;
  useEffect(() => {
    const state = place === "state" ? document.getElementById("plan-state") : null;
    state?.focus({ preventScroll: true });
    state?.scrollIntoView({ block: "start" });
  }, [place]);
  /** @param {Partial<Plan>} what */
  const save = (what) => change("plan", id, () => what);
  return (
    <div class="trio" data-show={paper ? "paper" : undefined}>
      <PlanList plan={plan} current={id} />
      <div class="trio__form" key={id}>
        <div class="head stay">
          <h1>План на {schoolYearName(plan.school_year)} учебный год</h1>
          <div class="head__act only-narrow">
            <ButtonLink sign="sheet" href={href("plan", id, paper ? "" : "paper")}>
              {paper ? "К записям" : "Как напечатается"}
            </ButtonLink>
          </div>
        </div>
        <div class="mt-3 fields">
          <TextArea
            label="Методическая тема"
            value={plan.topic}
            onSave={(topic) => save({ topic })}
          />
          <TextArea label="Цель" value={plan.goal} onSave={(goal) => save({ goal })} />
        </div>
        <Zones plan={plan} />
        <Tasks plan={plan} />
        <Sections plan={plan} />
        <PlannedMeetings plan={plan} />
        <PlanState plan={plan} />
        <section>
          <h2>Таблицы к плану</h2>
          <p class="mt-1 soft">График выездов, состав групп: печатаются приложением к плану.</p>
          <TypedTables
            id={`plan-${id}`}
            under="приложение к плану"
            tables={plan.tables}
            onChange={(what) => change("plan", id, (now) => ({ tables: what(now.tables) }))}
          />
        </section>
        <section>
          <h2>Прочее</h2>
          <div class="mt-2 fields">
            <TextArea
              label="Коротко об итогах прошлого года (необязательно)"
              value={plan.last_year}
              onSave={(last_year) => save({ last_year })}
            />
          </div>
          <div class="mt-3">
            <Tick checked={plan.preliminary} onChange={(preliminary) => save({ preliminary })}>
              предварительный план, составлен в конце прошлого года (п.&nbsp;4.8)
            </Tick>
          </div>
        </section>
        <History of={id} />
      </div>
      {mark ? (
        <PaperBeside
          key={mark.id}
          request={keptPaper(
            mark,
            mark.school_year === plan.school_year ? "plan" : "preliminary_plan",
            today.value,
          )}
          above={
            <p class="paper-note">
              Так план сдан {longDate(mark.date)}{" "}
              <a href={href("plan", id)}>Показать, какой он сейчас</a>
            </p>
          }
        />
      ) : (
        <PaperBeside
          request={planPaper(plan, orderHere(plan))}
          hasMenu
          above={
            plan.sections.length > 0 && (
              <Segments
                label="Как разложить мероприятия на листе"
                value={orderHere(plan)}
                options={ORDERS}
                onChange={(next) => (view.value = /** @type {View} */ (next))}
              />
            )
          }
        />
      )}
    </div>
  );
}
