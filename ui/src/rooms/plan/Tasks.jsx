/** @import {Plan} from "../../api/types/Plan" */
/** @import {Task} from "../../api/types/Task" */
/** @import {TaskState} from "../../api/types/TaskState" */
import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { NBSP } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { change, dropPart, withPart } from "../parts/change.js";
import { focusField } from "../parts/focus-field.js";
import { namingOf } from "../parts/naming.js";

/** @type {{value: TaskState | "", label: string}[]} */
const STATES = [
  { value: "", label: "ещё не оценена" },
  { value: "done", label: "выполнена" },
  { value: "in_part", label: "выполнена частично" },
  { value: "not_done", label: "не выполнена" },
];

/**
 * What is said of a task that was deleted, and of the rows that named it.
 *
 * @param {string} task
 */
function gone(task) {
  const { count } = namingOf([task]);
  return count > 0
    ? `Задача удалена; в${NBSP}${counted(count, "мероприятии", "мероприятиях", "мероприятиях")} она больше не указана.`
    : "Задача удалена.";
}

/** @param {{plan: Plan}} props */
export function Tasks({ plan }) {
  const { id, tasks } = plan;
  async function add() {
    const [task = ""] = await newIds(1);
    change("plan", id, (now) => ({
      tasks: [...now.tasks, { id: task, text: "", state: null, note: "" }],
    }));
    focusField(`task-${task}`);
  }
  return (
    <section>
      <h2>Задачи</h2>
      {tasks.map((task, at) => {
        /** @param {Partial<Task>} what */
        const save = (what) =>
          change("plan", id, (now) => ({
            tasks: withPart(
              now.tasks,
              now.tasks.findIndex((one) => one.id === task.id),
              what,
            ),
          }));
        return (
          <fieldset key={task.id} class="mt-2 part">
            <legend class="label">
              <b>Задача {at + 1}</b>
            </legend>
            <div class="fields">
              <TextArea
                id={`task-${task.id}`}
                label="Задача"
                quiet
                value={task.text}
                onSave={(text) => save({ text })}
              />
              <Choice
                span={6}
                label="Итог в конце года"
                value={task.state ?? ""}
                options={STATES}
                onSave={(state) => save({ state: /** @type {TaskState} */ (state) || null })}
              />
              <TextField
                span={6}
                label="Пояснение"
                value={task.note}
                onSave={(note) => save({ note })}
              />
            </div>
            <Button
              look="quiet"
              flush
              sign="bin"
              onClick={() => dropPart("plan", id, "tasks", at, gone(task.id), "add-task")}
            >
              <span>
                Удалить<span class="hidden"> задачу {at + 1}</span>
              </span>
            </Button>
          </fieldset>
        );
      })}
      <p class="mt-2">
        <Button id="add-task" look="quiet" flush sign="plus" onClick={() => void add()}>
          Добавить задачу
        </Button>
      </p>
    </section>
  );
}
