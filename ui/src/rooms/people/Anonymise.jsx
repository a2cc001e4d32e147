/** @import {Person} from "../../api/types/records" */
/** @import {ToForget} from "../../api/types/views" */
import { useState } from "preact/hooks";

import { forget, toForget } from "../../api/anonymising.js";
import { Ask } from "../../components/ask/Ask.jsx";
import { Button } from "../../components/button/Button.jsx";
import { commitFields } from "../../components/field/unsaved.js";
import { Tick } from "../../components/field/Tick.jsx";
import { Note } from "../../components/note/Note.jsx";
import { notify, notifyError } from "../../state/messages.js";
import { allSaved, reload } from "../../state/records.js";
import { counted } from "../../words/numbers.js";
import { isNamed } from "../../words/people.js";

/**
 * Forgetting a person's name: the only act here that nothing takes back, so it is asked about, with all that it touches.
 *
 * @param {{person: Person}} props
 */
export function Anonymise({ person }) {
  const [asked, setAsked] = useState(/** @type {ToForget | null} */ (null));
  if (!isNamed(person)) {
    return (
      <section>
        <h2>Участник обезличен</h2>
        <p class="mt-1 soft">
          Имени в записях больше нет; на подписанных и сданных бумагах оно осталось.
        </p>
      </section>
    );
  }
  async function ask() {
    await commitFields();
    await allSaved();
    try {
      setAsked(await toForget(person.id));
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  return (
    <section>
      <h2>Обезличивание</h2>
      <p class="mt-1 soft">
        Если человек ушёл или отозвал согласие: имя, должность и связь убираются из записей, из
        истории изменений и из поиска. Подписанные и сданные бумаги остаются как есть.
      </p>
      <p class="mt-2">
        <Button look="quiet" flush onClick={() => void ask()}>
          Обезличить…
        </Button>
      </p>
      {asked && <Question asked={asked} onEnd={() => setAsked(null)} />}
    </section>
  );
}

/**
 * What it touches, with what may be left as it is.
 *
 * @param {{asked: ToForget, onEnd: () => void}} props
 */
function Question({ asked, onEnd }) {
  const { person, name, label, texts, files } = asked;
  const [chosen, setChosen] = useState(
    /** @type {ReadonlySet<string>} */ (new Set(texts.map((text) => text.id))),
  );
  const [gone, setGone] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  async function act() {
    onEnd();
    try {
      const forgotten = await forget({ person, texts: [...chosen], files: [...gone] });
      await reload();
      const left = forgotten.left.length;
      const still = left
        ? ` Имя ещё стоит в текстах: ${counted(left, "запись", "записи", "записей")}.`
        : "";
      notify({ text: `Обезличено: теперь ${forgotten.label}.${still}` });
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  return (
    <Ask
      title={`Обезличить: ${name}?`}
      stay="Не обезличивать"
      act="Обезличить насовсем"
      onAct={() => void act()}
      onStay={onEnd}
    >
      <p>
        Вместо имени будет стоять «{label}». <b>Отменить это нельзя.</b>
      </p>
      {texts.length > 0 && (
        <fieldset class="forget__list">
          <legend>Имя стоит и в этих записях; там, где отмечено, оно будет заменено:</legend>
          {texts.map(({ id, title, standing, passages }) => (
            <Tick key={id} checked={chosen.has(id)} onChange={() => setChosen(toggled(chosen, id))}>
              {title}
              {standing && <span class="soft"> ({standing})</span>}
              {passages.slice(0, 2).map((passage) => (
                <span key={passage} class="soft forget__passage">
                  {passage}
                </span>
              ))}
            </Tick>
          ))}
        </fieldset>
      )}
      {files.length > 0 && (
        <fieldset class="forget__list">
          <legend>Файлы; отмеченные будут удалены насовсем:</legend>
          {files.map((file) => (
            <Tick
              key={file.id}
              checked={gone.has(file.id)}
              onChange={() => setGone(toggled(gone, file.id))}
            >
              {file.name}
            </Tick>
          ))}
        </fieldset>
      )}
      <Note what="В прежних запасных копиях имя останется.">
        Если его не должно быть нигде, удалите эти копии после обезличивания и сделайте новую.
      </Note>
    </Ask>
  );
}

/**
 * @param {ReadonlySet<string>} set
 * @param {string} id
 */
function toggled(set, id) {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
