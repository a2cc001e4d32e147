import { Segments } from "../../components/field/Segments.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { schoolYearName } from "../../words/dates.js";
import { draft, keep, keepPerson } from "./draft.js";

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
        // A name is one line, however many lines it had where it was copied.
        onSave={(name) => keep({ name: name.replace(/\s*[\r\n]+\s*/g, " ") })}
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
