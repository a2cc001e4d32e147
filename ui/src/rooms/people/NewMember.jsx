/** @import {Category, Role} from "../../api/types/records" */
/** @import {Newcomer} from "./newcomer.js" */
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

import { usualFirstDay } from "../../api/records.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { takeFields } from "../../components/field/unsaved.js";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { Note } from "../../components/note/Note.jsx";
import { community, today, year } from "../../state/file.js";
import { membersOf } from "../../state/members.js";
import { notifyError } from "../../state/messages.js";
import { readOldDateHere } from "../../state/reading.js";
import { href } from "../../state/route.js";
import { onUnsent } from "../../state/unsent.js";
import { CATEGORIES } from "../../words/categories.js";
import { folded, fullName } from "../../words/people.js";
import { goOnByEnter } from "../../components/field/enter.js";
import { blank, join } from "./newcomer.js";
import { knownSchools, NEW_SCHOOL } from "../../features/organisations/organisations.js";
import { ROLES, roleName } from "./words.js";

const NAME = "new-member-name";
const FROM = "new-member-from";

const toName = () => document.getElementById(NAME)?.focus();

/**
 * What is typed stays until the person is added, whatever room is looked into meanwhile.
 *
 * @type {{of: string | undefined, draft: Newcomer} | null}
 */
let kept = null;

onUnsent(() => {
  const { name = "", post = "", typedSchool = "" } = kept?.draft ?? {};
  const text = [name, post, typedSchool].filter((typed) => typed.trim()).join("\n");
  return { place: "Новый участник", text, address: href("people", "new") };
});

/** A newcomer: a few fields, of which only the name must be filled in. When one is added, the next may begin. */
export function NewMember() {
  const of = community.value?.id;
  const [draft, setDraft] = useState(kept?.of === of && kept ? kept.draft : blank(null));
  const [usual, setUsual] = useState(today.value);
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const looked = year.value;

  // At once, not with a frame to come: whoever types fast would be taken back from the next field.
  useLayoutEffect(() => toName(), []);
  useEffect(() => {
    let here = true;
    // Where the program cannot say it, today stands there, and may be written over.
    if (of)
      usualFirstDay(of, looked).then(
        (day) => here && setUsual(day),
        () => {},
      );
    return () => {
      here = false;
    };
  }, [of, looked]);

  /** @param {Newcomer} next */
  function put(next) {
    kept = { of, draft: next };
    setDraft(next);
  }
  /** @param {Partial<Newcomer>} what */
  function keep(what) {
    put({ ...(kept?.draft ?? draft), ...what });
    if (what.name) setWrong("");
  }
  const known = membersOf(today.value).find(
    (one) => draft.name.trim() && folded(fullName(one.facts.name)) === folded(draft.name),
  );

  /** @param {HTMLElement} form */
  async function add(form) {
    // What stands in a field and cannot be understood is told under it.
    if (busy || !(await takeFields(form))) return;
    const typed = kept?.draft ?? draft;
    if (!typed.name.trim()) {
      setWrong("Впишите фамилию, имя и отчество.");
      return toName();
    }
    setBusy(true);
    try {
      const { saved } = await join(typed, typed.from ?? usual);
      // The day of the one before is the day of the next one: lists are written down in one go.
      if (saved) put(blank(typed.from));
      toName();
    } catch (thrown) {
      notifyError(thrown);
    }
    setBusy(false);
  }

  return (
    <div class="page">
      <div class="people__narrow">
        <h1>Новый участник</h1>
        <p class="mt-1 soft">
          Enter переходит к следующему полю, а в поле «В составе с» добавляет человека. Готовый
          список вставляют целиком в «Составе».
        </p>
        <form
          class="mt-3"
          onSubmit={(event) => {
            event.preventDefault();
            void add(event.currentTarget);
          }}
          onKeyDown={(event) => {
            const form = event.currentTarget;
            goOnByEnter(event, () => void add(form), FROM);
          }}
        >
          <div class="fields">
            <TextField
              id={NAME}
              label="Фамилия, имя, отчество"
              value={draft.name}
              wrong={wrong || null}
              onSave={(name) => keep({ name })}
            />
            <TextField
              label="Должность и предмет, например: учитель русского языка и литературы"
              value={draft.post}
              onSave={(post) => keep({ post })}
            />
            <PersonField
              label="Организация, любое слово названия"
              {...NEW_SCHOOL}
              value={draft.school}
              free={draft.typedSchool}
              people={knownSchools()}
              onSave={(school) => keep({ school, typedSchool: "" })}
              onAdd={(typedSchool) => keep({ school: null, typedSchool })}
            />
            <Choice
              span={4}
              label="Категория"
              value={draft.category}
              options={CATEGORIES}
              onSave={(category) => keep({ category: /** @type {Category} */ (category) })}
            />
            <DateField
              id={FROM}
              span={4}
              label="В составе с"
              value={draft.from ?? usual}
              read={readOldDateHere}
              required="Впишите, с какого дня человек в составе."
              onSave={(from) => from && keep({ from })}
            />
            <Choice
              span={4}
              label="Роль"
              value={draft.role}
              options={[
                { value: "", label: "участник" },
                ...ROLES.map((value) => ({ value, label: roleName(value) })),
              ]}
              onSave={(role) => keep({ role: /** @type {Role | ""} */ (role) })}
            />
          </div>
          <div class="mt-4 rowp">
            <Button look="main" sign="plus" submit disabled={busy}>
              Добавить в состав
            </Button>
            <ButtonLink href={href("people")}>К составу</ButtonLink>
          </div>
          {known && (
            <div class="mt-3">
              <Note what={`${fullName(known.facts.name)} уже есть в записях`} role="status">
                <a href={href("people", known.person.id)}>Открыть</a>, если это тот же человек.
              </Note>
            </div>
          )}
        </form>
      </div>
    </div>
  );
}
