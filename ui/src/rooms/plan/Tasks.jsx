/** @import {Plan, Task, TaskState} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { NBSP } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { notifyError } from "../../state/messages.js";
import { change, withPart } from "../../features/record-parts/change.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { focusField } from "../../components/field/focus-field.js";
import { namingOf } from "../../features/record-parts/naming.js";
import { pasteList } from "../../features/pasting/pasting.js";
import { choicesOf } from "../../words/choices.js";
import { beginsNext } from "./several.js";

/** @type {{value: TaskState | "", label: string}[]} */
const STATES = [{ value: "", label: "ещё не оценена" }, ...choicesOf("plan", "tasks", "state")];

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
  /**
   * New tasks after one of those that are there; the last of them gets the focus.
   *
   * @param {number} after
   * @param {string[]} texts
   * @returns {Promise<string[] | undefined>} their identifiers
   */
  async function insert(after, texts) {
    try {
      const ids = await newIds(texts.length);
      const more = ids.map((task, at) => ({
        id: task,
        text: texts[at] ?? "",
        state: null,
        note: "",
      }));
      change("plan", id, (now) => ({
        tasks: [...now.tasks.slice(0, after + 1), ...more, ...now.tasks.slice(after + 1)],
      }));
      focusField(`task-${ids.at(-1)}`);
      return ids;
    } catch (thrown) {
      notifyError(thrown);
      return undefined;
    }
  }
  /**
   * A list pasted into the text of a task.
   *
   * @param {ClipboardEvent} event
   * @param {string} task
   */
  const pasteTasks = (event, task) =>
    pasteList(event, {
      words: ["задача", "задачи", "задач"],
      split: "Разделить на задачи",
      spread: async ([first = "", ...more]) => {
        const at = tasks.findIndex((one) => one.id === task);
        const ids = await insert(at, more);
        if (!ids) return undefined;
        const say = (/** @type {string} */ text) =>
          change("plan", id, (now) => ({
            tasks: now.tasks.map((one) => (one.id === task ? { ...one, text } : one)),
          }));
        say(first);
        return (whole) => {
          change("plan", id, (now) => ({
            // What was written into meanwhile stays.
            tasks: now.tasks.filter((task) => !ids.includes(task.id) || !more.includes(task.text)),
          }));
          say(whole);
          focusField(`task-${task}`);
        };
      },
    });
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
              <div
                onKeyDown={(event) =>
                  beginsNext(event, {
                    // An empty task means that there are no more.
                    empty: () => {
                      change("plan", id, (now) => ({
                        tasks: now.tasks.filter((one) => one.id !== task.id),
                      }));
                      focusField("add-task");
                    },
                    next: (before, after) => {
                      const next = tasks[at + 1];
                      if (!after && next?.text === "") return focusField(`task-${next.id}`);
                      if (after) save({ text: before });
                      void insert(at, [after]);
                    },
                  })
                }
                onPaste={(event) => pasteTasks(event, task.id)}
              >
                <TextArea
                  id={`task-${task.id}`}
                  label="Задача"
                  quiet
                  value={task.text}
                  onSave={(text) => save({ text })}
                />
              </div>
              <Choice
                span={6}
                label="Итог в конце года"
                value={task.state ?? ""}
                options={STATES}
                onSave={(state) => save({ state: /** @type {TaskState} */ (state) || null })}
              />
              <TextField
                span={6}
                prose
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
        <Button
          id="add-task"
          look="quiet"
          flush
          sign="plus"
          onClick={() => void insert(tasks.length - 1, [""])}
        >
          Добавить задачу
        </Button>
      </p>
    </section>
  );
}
