/** @import {Activity} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { PeopleField } from "../../components/menu/PeopleField.jsx";
import { notifyError } from "../../state/messages.js";
import { allOf, allSaved, saveRecord } from "../../state/records.js";
import { alphabetical } from "../../words/alphabet.js";
import { folded } from "../../words/people.js";
import { change } from "../../features/record-parts/change.js";

/** Organisations by the name that people know them under. */
export const schoolsToPick = () =>
  allOf("organisation").map((organisation) => ({
    id: organisation.id,
    name: organisation.short_name || organisation.name,
    full: organisation.name,
  }));

/**
 * What a row may say besides: at what time and where, what for, who takes part in words, the difficulties that it answers. It opens by itself
 * where something stands there.
 *
 * @param {{activity: Activity, save: (what: Partial<Activity>) => void}} props
 */
export function RowDetails({ activity, save }) {
  return (
    <details
      class="plan__more"
      open={
        [activity.time, activity.venue, activity.goal, activity.participants].some(Boolean) ||
        activity.difficulties.length > 0
      }
    >
      <summary>Подробнее, если нужно</summary>
      <div class="mt-2 fields">
        <TextField
          span={5}
          label="Время"
          hint="Например: 14.00–15.30"
          value={activity.time}
          onSave={(time) => save({ time })}
        />
        <TextField
          span={7}
          label="Место"
          value={activity.venue}
          onSave={(venue) => save({ venue })}
        />
        <TextArea label="Цель" value={activity.goal} onSave={(goal) => save({ goal })} />
        <TextArea
          label="Участники"
          hint="Например: учителя математики школ-участниц"
          value={activity.participants}
          onSave={(participants) => save({ participants })}
        />
        <PeopleField
          label="На какое затруднение отвечает, первые буквы"
          another="ещё одно"
          hint={
            activity.difficulties.length > 0
              ? undefined
              : "Затруднения учителей (п. 4.3): так видно, что из них вошло в план."
          }
          gone="затруднение удалено"
          addLabel={(typed) => `Добавить затруднение «${typed}»`}
          near="такое уже есть?"
          value={activity.difficulties}
          people={difficultiesOf(activity)}
          onAdd={(typed) => void addDifficulty(activity, typed)}
          onSave={(difficulties) => save({ difficulties })}
        />
      </div>
    </details>
  );
}

/** @param {Activity} activity */
function difficultiesOf({ community, difficulties }) {
  return allOf("difficulty")
    .filter(
      (difficulty) => difficulty.community === community || difficulties.includes(difficulty.id),
    )
    .map((difficulty) => ({ id: difficulty.id, name: difficulty.title || "без названия" }))
    .sort((a, b) => alphabetical(a.name, b.name));
}

/**
 * A difficulty that is named for the first time belongs to the community, so that a survey can count it.
 *
 * @param {Activity} activity
 * @param {string} typed
 */
async function addDifficulty({ id: row, community }, typed) {
  if (!typed) return;
  const same = allOf("difficulty").find(
    (one) => one.community === community && folded(one.title) === folded(typed),
  );
  let id = same?.id ?? "";
  try {
    if (!same) {
      [id = ""] = await newIds(1);
      saveRecord({ kind: "difficulty", record: { id, community, title: typed } });
      // The row may only name a difficulty that is already on the disk.
      await allSaved();
    }
    change("activity", row, ({ difficulties }) => ({
      difficulties: difficulties.includes(id) ? difficulties : [...difficulties, id],
    }));
  } catch (thrown) {
    notifyError(thrown);
  }
}
