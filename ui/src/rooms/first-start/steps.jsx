/** @import {FirstPerson} from "../../api/types/FirstPerson" */
/** @import {Category} from "../../api/types/Category" */
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { schoolYearName } from "../../words/dates.js";
import { draft, keep, keepPerson, nobody } from "./draft.js";

/** @type {{value: Category, label: string}[]} */
const CATEGORIES = [
  { value: "highest", label: "высшая" },
  { value: "first", label: "первая" },
  { value: "none", label: "нет" },
  { value: "not_applicable", label: "не требуется" },
];

/** @param {{wrong: {field: string, message: string}[]}} props */
export function NameStep({ wrong }) {
  const first = draft.value;
  /** @param {string} field */
  const said = (field) => wrong.find((one) => one.field === field)?.message ?? null;
  return (
    <div class="fields">
      <TextArea
        line
        id="first-name"
        label="Полное название, как в приказе"
        hint="Например: Профессиональное педагогическое сообщество «Функциональная грамотность»"
        value={first.name}
        wrong={said("first-name")}
        onSave={(name) => keep({ name })}
        autoFocus
      />
      <TextField
        label="Краткое название, для списков и имени папки"
        value={first.short_name}
        onSave={(short_name) => keep({ short_name })}
      />
      <TextField
        id="first-leader"
        label="Руководитель: фамилия, имя, отчество"
        value={first.people[0]?.name ?? ""}
        wrong={said("first-leader")}
        onSave={(name) => keepPerson(0, { name })}
      />
      <TextField
        span={8}
        label="Район"
        value={first.district}
        onSave={(district) => keep({ district })}
      />
      <TextField
        span={4}
        label="Город или посёлок"
        value={first.place}
        onSave={(place) => keep({ place })}
      />
      <TextField
        label="Заведующий РИМК: фамилия, имя, отчество (необязательно)"
        value={first.rimk_head}
        onSave={(rimk_head) => keep({ rimk_head })}
      />
    </div>
  );
}

export function YearStep() {
  const first = draft.value;
  const years = [first.school_year - 1, first.school_year, first.school_year + 1];
  return (
    <>
      <Segments
        label="Учебный год"
        value={String(first.school_year)}
        options={years.map((year) => ({ value: String(year), label: schoolYearName(year) }))}
        onChange={(year) => keep({ school_year: Number(year) })}
      />
      <p class="hint">Начать можно и с середины года: о прошедших месяцах программа не спросит.</p>
    </>
  );
}

export function PeopleStep() {
  const { people } = draft.value;
  return (
    <>
      <ol class="newcomers">
        {people.map((person, at) => (
          <Newcomer key={at} at={at} person={person} />
        ))}
      </ol>
      <p class="mt-2">
        <Button
          look="quiet"
          flush
          sign="plus"
          onClick={() => keep({ people: [...people, nobody()] })}
        >
          Добавить участника
        </Button>
      </p>
    </>
  );
}

/** @param {{at: number, person: FirstPerson}} props */
function Newcomer({ at, person }) {
  const who = at === 0 ? "Руководитель" : `Участник ${at + 1}`;
  /** Only one person writes the protocols. */
  const makeSecretary = () =>
    keep({ people: draft.value.people.map((one, i) => ({ ...one, secretary: i === at })) });
  return (
    <li>
      <fieldset>
        <legend class="label">
          <b>{who}</b>
        </legend>
        <div class="fields">
          <TextField
            span={7}
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
          <TextField
            span={7}
            label="Школа"
            value={person.organisation}
            onSave={(organisation) => keepPerson(at, { organisation })}
          />
          <Choice
            span={5}
            label="Категория"
            value={person.category}
            options={CATEGORIES}
            onSave={(category) => keepPerson(at, { category: /** @type {Category} */ (category) })}
          />
        </div>
        {at > 0 && (
          <Tick group="secretary" checked={person.secretary} onChange={makeSecretary}>
            секретарь
          </Tick>
        )}
      </fieldset>
    </li>
  );
}
