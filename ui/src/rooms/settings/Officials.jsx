/** @import {Community, Official, OfficialPost} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { notify } from "../../state/messages.js";
import { readOldDateHere } from "../../state/reading.js";
import { fullName } from "../../words/people.js";
import { nameOf } from "./typed.js";

/** @type {{value: OfficialPost, label: string}[]} */
const POSTS = [
  { value: "head_of_rimk", label: "Утверждает план (РИМК)" },
  { value: "head_of_education", label: "Издаёт приказы (управление образования)" },
];

/**
 * People named on stamps. A new chief is added with the first day in the post, so that old papers keep the
 * name of the one before.
 *
 * @param {{kept: Community, put: (change: (latest: Community) => Community) => void}} props
 */
export function Officials({ kept, put }) {
  /**
   * @param {number} at
   * @param {Partial<Official>} change
   */
  const change = (at, change) =>
    put((latest) => ({
      ...latest,
      officials: latest.officials.map((one, i) => (i === at ? { ...one, ...change } : one)),
    }));

  /** @param {number} at */
  function remove(at) {
    const gone = kept.officials[at];
    if (!gone) return;
    put((latest) => ({ ...latest, officials: latest.officials.filter((_, i) => i !== at) }));
    notify({
      text: `Удалено: ${gone.title || "должностное лицо"}.`,
      action: "Вернуть",
      act: () =>
        put((latest) => ({
          ...latest,
          officials: [...latest.officials.slice(0, at), gone, ...latest.officials.slice(at)],
        })),
    });
  }

  const add = () =>
    put((latest) => ({ ...latest, officials: [...latest.officials, newOfficial()] }));

  return (
    <>
      <p class="soft">
        Если имя не вписано, на бумаге останется строка, чтобы вписать его от руки. Сменился
        начальник — добавьте нового с первого дня: старые бумаги сохранят прежнее имя.
      </p>
      <ul class="officials">
        {kept.officials.map((one, at) => (
          <li key={at}>
            <fieldset>
              <legend class="label">
                <b>{one.title || "Должность не указана"}</b>
              </legend>
              <div class="fields">
                <Choice
                  span={6}
                  label="Что делает"
                  value={one.post}
                  options={POSTS}
                  onSave={(post) => change(at, { post: /** @type {OfficialPost} */ (post) })}
                />
                <TextField
                  span={6}
                  label="Должность, как на бумаге"
                  value={one.title}
                  onSave={(title) => change(at, { title })}
                />
                {/* A name is read when the field is left: in the middle of typing it is not a name yet. */}
                <ReadField
                  label="Фамилия, имя, отчество"
                  value={fullName(one.name) ? one.name : null}
                  show={fullName}
                  read={async (typed) => nameOf(typed)}
                  onSave={(name) => change(at, { name: name ?? nameOf("") })}
                />
                <DateField
                  span={6}
                  label="В должности с"
                  value={one.from}
                  read={readOldDateHere}
                  onSave={(from) => change(at, { from })}
                />
                <DateField
                  span={6}
                  label="По какой день"
                  hint="Пусто — работает и сейчас"
                  value={one.to}
                  read={readOldDateHere}
                  wrong={
                    one.from && one.to && one.to < one.from
                      ? "Последний день раньше первого. Исправьте один из них."
                      : null
                  }
                  onSave={(to) => change(at, { to })}
                />
              </div>
              <Button look="quiet" flush sign="bin" onClick={() => remove(at)}>
                Удалить
              </Button>
            </fieldset>
          </li>
        ))}
      </ul>
      <p class="mt-2">
        <Button sign="plus" onClick={add}>
          Добавить должностное лицо
        </Button>
      </p>
    </>
  );
}

/** @returns {Official} */
const newOfficial = () => ({
  post: "head_of_rimk",
  title: "Заведующий РИМК",
  name: { surname: "", given: "", patronymic: "" },
  from: null,
  to: null,
});
