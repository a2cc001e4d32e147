/** @import {Activity, Direction, Plan} from "../../api/types/records" */
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { PeopleField } from "../../components/menu/PeopleField.jsx";
import { WordsField } from "../../components/menu/WordsField.jsx";
import { Status } from "../../components/status/Status.jsx";
import { History } from "../../features/history/History.jsx";
import { today } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { removeRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { change } from "../../features/record-parts/change.js";
import { Answering } from "../../features/answering/Answering.jsx";
import { AttachedFiles } from "../../features/files/AttachedFiles.jsx";
import { PaperBeside } from "../../features/paper-beside/PaperBeside.jsx";
import { Backing } from "./Backing.jsx";
import { MarkFields } from "./MarkFields.jsx";
import { Moves } from "./Moves.jsx";
import { PlanList } from "./PlanList.jsx";
import { planPaper } from "../../features/plan-here/plan-here.js";
import { standing } from "../../features/plan-here/standing.js";
import { addRow, isApproved, moveRow, neighbours, placeAtEnd } from "./plans.js";
import { Proof } from "./Proof.jsx";
import { sectionsToChoose, tasksToChoose } from "./proving.js";
import { RowDetails, schoolsToPick } from "./RowDetails.jsx";
import { DIRECTIONS, FORMS } from "../../features/plan-here/rows.js";
import { orderHere } from "./rows-here.js";
import { TermOrMove } from "./TermOrMove.jsx";

/**
 * One row of the plan with its mark and transfers, the paper beside it.
 *
 * @param {{activity: Activity, plan: Plan, paper: boolean}} props
 */
export function RowForm({ activity, plan, paper }) {
  const { id } = activity;
  const on = today.value;
  /** @param {Partial<Activity>} what */
  const save = (what) => change("activity", id, () => what);
  const order = orderHere(plan);
  const inSection = order === "section";
  const inOrder = neighbours(plan, activity, inSection);
  const at = inOrder.findIndex((row) => row.id === id);
  const { words, status } = standing(id);

  async function remove() {
    if (await removeRecord(id)) go(href("plan"));
  }
  return (
    <div class="trio" data-show={paper ? "paper" : undefined}>
      <PlanList plan={plan} current={id} />
      <div class="trio__form" key={id}>
        <div class="head stay">
          <div>
            <h1>{activity.text ? "Мероприятие" : "Новое мероприятие"}</h1>
            <p>
              <Status kind={status}>{words}</Status>
            </p>
          </div>
          <div class="head__act only-narrow">
            <ButtonLink sign="sheet" href={href("plan", id, paper ? "" : "paper")}>
              {paper ? "К записям" : "Как напечатается"}
            </ButtonLink>
          </div>
        </div>
        <div class="mt-3 fields">
          <TextArea
            id={`row-${id}`}
            label="Что будет сделано"
            value={activity.text}
            onSave={(text) => save({ text })}
          />
          <Choice
            span={7}
            label="Направление (п. 3.1)"
            value={activity.direction}
            options={DIRECTIONS.map((direction) => ({
              value: direction.id,
              label: `${direction.name}, п. ${direction.id}`,
            }))}
            onSave={(value) => {
              const direction = /** @type {Direction} */ (value);
              save({ direction, place: placeAtEnd(plan) });
            }}
          />
          <WordsField
            span={5}
            label="Форма"
            value={activity.form}
            proposed={FORMS}
            onSave={(form) => save({ form })}
          />
          {(plan.sections.length > 0 || activity.section) && (
            <Choice
              label="Раздел плана"
              value={activity.section ?? ""}
              options={sectionsToChoose(plan.sections, activity.section)}
              onSave={(section) => save({ section: section || null })}
            />
          )}
          {(plan.tasks.length > 0 || activity.task) && (
            <Choice
              label="Какой задаче служит"
              value={activity.task ?? ""}
              options={tasksToChoose(plan.tasks, activity.task)}
              onSave={(task) => save({ task: task || null })}
            />
          )}
          <TermOrMove activity={activity} plan={plan} />
          <Answering
            label="Ответственный, первые буквы"
            wordsLabel="Ответственный словами"
            hint="Например: директора школ, рабочая группа"
            answers={{ people: activity.responsible, words: activity.responsible_in_words }}
            people={pickable(on, activity.responsible)}
            onSave={({ people, words }) =>
              save({
                ...(people && { responsible: people }),
                ...(words !== undefined && { responsible_in_words: words }),
              })
            }
          />
          <PeopleField
            label="Организации-участницы, первые буквы"
            another="ещё одна"
            gone="организация удалена"
            value={activity.organisations}
            people={schoolsToPick()}
            onSave={(organisations) => save({ organisations })}
          />
          <TextArea
            label="Ожидаемый результат"
            value={activity.expected}
            onSave={(expected) => save({ expected })}
          />
        </div>
        <MarkFields activity={activity} year={plan.school_year} />
        <Backing activity={activity} />
        <Proof activity={activity} year={plan.school_year} save={save} />
        <AttachedFiles of={activity.id} role="proof" title="Файлы мероприятия" />
        <RowDetails activity={activity} save={save} />
        {(activity.moves.length > 0 || !isApproved(plan)) && (
          <Moves activity={activity} year={plan.school_year} />
        )}
        <section>
          <h2>Место в плане</h2>
          <p class="mt-1 soft">
            {at + 1}-е из {inOrder.length} {inSection ? "в своём разделе" : "в своём направлении"}
          </p>
          <div class="mt-2 rowp">
            <Button sign="up" disabled={at <= 0} onClick={() => moveRow(inOrder, id, -1)}>
              Выше
            </Button>
            <Button
              sign="lower"
              disabled={at >= inOrder.length - 1}
              onClick={() => moveRow(inOrder, id, 1)}
            >
              Ниже
            </Button>
          </div>
          <History of={id} />
          <p class="mt-4 rowp">
            <Button
              look="quiet"
              flush
              sign="plus"
              onClick={() => void addRow(plan, activity.direction, activity.section)}
            >
              Добавить ещё мероприятие
            </Button>
            <Button look="quiet" flush sign="bin" onClick={() => void remove()}>
              Удалить мероприятие
            </Button>
          </p>
        </section>
      </div>
      <PaperBeside request={planPaper(plan, inSection ? order : "direction")} hasMenu />
    </div>
  );
}
