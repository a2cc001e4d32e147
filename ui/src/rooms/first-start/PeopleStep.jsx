/** @import {FirstPerson} from "../../api/types/views" */
/** @import {Category} from "../../api/types/records" */
import { useEffect, useLayoutEffect } from "preact/hooks";

import { peopleInList } from "../../api/opening.js";
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { notify, notifyError } from "../../state/messages.js";
import { CATEGORIES } from "../../words/categories.js";
import { counted } from "../../words/numbers.js";
import { draft, keep, keepPerson, nobody } from "./draft.js";
import { isList, schoolsTyped, withList } from "./people-list.js";

const ADD = "first-add";

/** What gets the focus with the next picture; a frame later it would take whoever types fast back. */
let wanted = "";
const nameId = (/** @type {number} */ at) => `first-person-${at}`;

/** The people, one below the other; a list that lies ready is pasted whole. */
export function PeopleStep() {
  const { people } = draft.value;
  useEffect(() => {
    addEventListener("paste", onPaste, true);
    return () => removeEventListener("paste", onPaste, true);
  }, []);
  useLayoutEffect(() => {
    const place = wanted && document.getElementById(wanted);
    if (!place) return;
    wanted = "";
    place.focus();
    place.scrollIntoView({ block: "center" });
  });
  return (
    <>
      <p class="newcomers__list">
        Есть готовый список в Word или Excel? Скопируйте его и нажмите здесь <kbd>Ctrl</kbd>+
        <kbd>V</kbd>: он разойдётся по строкам. Строки без фамилии не считаются.
      </p>
      <ol class="newcomers">
        {people.map((person, at) => (
          <Newcomer key={at} at={at} person={person} />
        ))}
      </ol>
      <p class="mt-2">
        <Button id={ADD} look="quiet" flush sign="plus" onClick={addPerson}>
          Добавить участника
        </Button>
      </p>
    </>
  );
}

/** Begins a row; the cursor is in it. */
export function addPerson() {
  flushFields();
  const { people } = draft.value;
  wanted = nameId(people.length);
  keep({ people: [...people, nobody()] });
}

/** Whether the last row holds somebody: only then Enter begins another one. */
export const lastIsTyped = () => Boolean(draft.value.people.at(-1)?.name.trim());

/** @param {ClipboardEvent} event */
function onPaste(event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (!isList(text, html)) return;
  event.preventDefault();
  event.stopPropagation();
  void takeList(text, html || null);
}

/**
 * @param {string} text
 * @param {string | null} html
 */
async function takeList(text, html) {
  flushFields();
  try {
    const read = await peopleInList(text, html, draft.value.school_year);
    if (read.length === 0) {
      return notify({
        text: "В этом списке не нашлось фамилий. Впишите участников или вставьте список позже, в «Составе».",
      });
    }
    const before = draft.value.people;
    const { people, first } = withList(before, read);
    wanted = nameId(first);
    keep({ people });
    notify({
      text: `Из списка взято: ${counted(read.length, "человек", "человека", "человек")}. Проверьте, так ли всё понято.`,
      action: "Отменить",
      act: () => keep({ people: before }),
    });
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** @param {number} at */
function removePerson(at) {
  flushFields();
  const before = draft.value.people;
  const gone = before[at];
  wanted = at < before.length - 1 ? nameId(at) : ADD;
  keep({ people: before.filter((_, i) => i !== at) });
  if (gone && [gone.name, gone.post, gone.organisation].some((text) => text.trim())) {
    notify({
      text: `Убрано: ${gone.name.trim() || `участник ${at + 1}`}`,
      action: "Вернуть",
      act: () => keep({ people: before }),
    });
  }
}

/** @param {{at: number, person: FirstPerson}} props */
function Newcomer({ at, person }) {
  const who = at === 0 ? "Руководитель" : `Участник ${at + 1}`;
  /**
   * Only one person writes the protocols.
   *
   * @param {boolean} secretary
   */
  const makeSecretary = (secretary) =>
    keep({
      people: draft.value.people.map((one, i) => ({ ...one, secretary: secretary && i === at })),
    });
  return (
    <li>
      <fieldset>
        <legend class="label">
          <b>{who}</b>
        </legend>
        <div class="fields">
          <TextArea
            line
            span={7}
            id={nameId(at)}
            label="Фамилия, имя, отчество"
            value={person.name}
            onSave={(name) => keepPerson(at, { name })}
          />
          <TextField
            span={5}
            label="Должность и предмет"
            value={person.post}
            onSave={(post) => keepPerson(at, { post })}
          />
          <PersonField
            span={7}
            label="Школа"
            whole
            near="такая уже есть?"
            value={null}
            free={person.organisation}
            people={schoolsTyped(draft.value.people, at)}
            onSave={(organisation) => keepPerson(at, { organisation: organisation ?? "" })}
            onFree={(organisation) => keepPerson(at, { organisation })}
          />
          <Choice
            span={5}
            label="Категория"
            value={person.category}
            options={CATEGORIES}
            onSave={(category) => keepPerson(at, { category: /** @type {Category} */ (category) })}
          />
        </div>
        {person.remarks?.map((remark) => (
          <p key={remark} class="newcomers__remark">
            {remark}
          </p>
        ))}
        {at > 0 && (
          <p class="newcomers__acts">
            <Tick checked={person.secretary} onChange={makeSecretary}>
              секретарь
            </Tick>
            {/* Not on the way of Tab, where a space typed for the next person would take this one out; a row without a
                name is not counted either. */}
            <Button look="quiet" sign="bin" tabIndex={-1} onClick={() => removePerson(at)}>
              <span>
                Убрать<span class="hidden"> {person.name || who}</span>
              </span>
            </Button>
          </p>
        )}
      </fieldset>
    </li>
  );
}
