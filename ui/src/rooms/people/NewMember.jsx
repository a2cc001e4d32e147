/** @import {Category} from "../../api/types/Category" */
/** @import {Role} from "../../api/types/Role" */
import { useState } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { asRefusal } from "../../api/refusal.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { takeFields } from "../../components/field/unsaved.js";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { Note } from "../../components/note/Note.jsx";
import { ErrorSummary } from "../../components/summary/ErrorSummary.jsx";
import { today } from "../../state/file.js";
import { membersOf } from "../../state/members.js";
import { tell } from "../../state/messages.js";
import { readOldDateHere } from "../../state/reading.js";
import { allSaved, saveRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { folded, fullName, withInitials } from "../../words/people.js";
import { joinFrom } from "./joining.js";
import { knownSchools, schoolNamed } from "./School.jsx";
import { CATEGORIES, readName } from "./words.js";

const NAME = "new-member-name";
const blank = () => ({
  name: "",
  post: "",
  school: /** @type {string | null} */ (null),
  typedSchool: "",
  category: /** @type {Category} */ ("not_applicable"),
  role: /** @type {Role | ""} */ (""),
  from: today.value,
});

/** What is typed stays until the person is added or the form is left by «Не добавлять». */
let kept = /** @type {ReturnType<typeof blank> | null} */ (null);

/** A newcomer: a few fields, of which only the name must be filled in. */
export function NewMember() {
  const [draft, setDraft] = useState(kept ?? blank());
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);

  /** @param {Partial<typeof draft>} what */
  function keep(what) {
    kept = { ...(kept ?? draft), ...what };
    setDraft(kept);
    if (what.name) setWrong("");
  }
  const known = membersOf(today.value).find(
    (one) => draft.name.trim() && folded(fullName(one.facts.name)) === folded(draft.name),
  );

  /** @param {HTMLElement} form */
  async function add(form) {
    if (busy || !(await takeFields(form))) return;
    const typed = kept ?? draft;
    if (!typed.name.trim()) return setWrong("Впишите фамилию, имя и отчество");
    setBusy(true);
    try {
      const id = await join(typed);
      kept = null;
      tell({ text: `Добавлено в состав: ${withInitials(readName(typed.name))}` });
      go(href("people", id));
    } catch (thrown) {
      setBusy(false);
      tell({ text: asRefusal(thrown).message });
    }
  }

  return (
    <div class="page">
      <div class="people__narrow">
        <h1>Новый участник</h1>
        {wrong && (
          <div class="mt-3">
            <ErrorSummary title="Исправьте одно место" errors={[{ field: NAME, message: wrong }]} />
          </div>
        )}
        <form
          class="mt-4"
          onSubmit={(event) => {
            event.preventDefault();
            void add(event.currentTarget);
          }}
        >
          <div class="fields">
            <TextField
              id={NAME}
              label="Фамилия, имя, отчество"
              value={draft.name}
              wrong={wrong || null}
              onSave={(name) => keep({ name })}
              autoFocus
            />
            <TextField
              label="Должность и предмет"
              hint="Например: учитель русского языка и литературы"
              value={draft.post}
              onSave={(post) => keep({ post })}
            />
            <PersonField
              label="Организация, первые буквы или новое название"
              value={draft.school}
              free={draft.typedSchool}
              people={knownSchools()}
              onSave={(school) => keep({ school, typedSchool: "" })}
              onFree={(typedSchool) => keep({ school: null, typedSchool })}
              hint={draft.typedSchool ? "Новая организация: добавится в список." : undefined}
            />
            <Choice
              span={4}
              label="Категория"
              value={draft.category}
              options={CATEGORIES}
              onSave={(category) => keep({ category: /** @type {Category} */ (category) })}
            />
            <Choice
              span={4}
              label="Роль"
              value={draft.role}
              options={[
                { value: "", label: "участник" },
                { value: "leader", label: "руководитель ППС" },
                { value: "secretary", label: "секретарь" },
              ]}
              onSave={(role) => keep({ role: /** @type {Role | ""} */ (role) })}
            />
            <DateField
              span={4}
              label="В составе с"
              value={draft.from}
              read={readOldDateHere}
              required="Впишите, с какого дня человек в составе."
              onSave={(from) => from && keep({ from })}
            />
          </div>
          {known && (
            <div class="mt-3">
              <Note what={`${fullName(known.facts.name)} уже есть в записях`} role="status">
                <a href={href("people", known.person.id)}>Открыть</a>, если это тот же человек.
              </Note>
            </div>
          )}
          <div class="mt-5 rowp">
            <Button look="main" sign="plus" submit disabled={busy}>
              Добавить в состав
            </Button>
            <ButtonLink href={href("people")}>К составу</ButtonLink>
          </div>
        </form>
      </div>
    </div>
  );
}

/**
 * Makes the person and the membership, each after what it rests on is on the disk.
 *
 * @param {ReturnType<typeof blank>} typed
 */
async function join(typed) {
  const [person = ""] = await newIds(1);
  const organisation = typed.school ?? (await schoolNamed(typed.typedSchool));
  saveRecord({
    kind: "person",
    record: {
      id: person,
      facts: [
        {
          from: null,
          name: readName(typed.name),
          post: typed.post.trim(),
          organisation,
          category: typed.category,
          works_since: null,
          in_specialty_since: null,
          heads_organisation: false,
          heads_methodical_body: false,
        },
      ],
      courses: [],
      contact: "",
      consent: null,
      anonymised: false,
    },
  });
  await allSaved();
  await joinFrom(person, typed.from, typed.role);
  return person;
}
