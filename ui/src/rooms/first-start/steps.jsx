/** @import {BodyKind} from "../../api/types/records" */
import { useEffect, useState } from "preact/hooks";

import { proposedBody } from "../../api/opening.js";
import { Choice } from "../../components/field/Choice.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { notifyError } from "../../state/messages.js";
import { choicesOf } from "../../words/choices.js";
import { schoolYearName } from "../../words/dates.js";
import { draft, keep, keepPerson } from "./draft.js";

/** What needs words of its own says them in the settings. @type {{value: BodyKind, label: string}[]} */
const BODIES = choicesOf("community", "body").filter(({ value }) => value !== "own");

/** @param {{wrong: {field: string, message: string}[]}} props */
export function NameStep({ wrong }) {
  const first = draft.value;
  /** @param {string} field */
  const said = (field) => wrong.find((one) => one.field === field)?.message ?? null;
  // What the name says, until somebody chooses otherwise.
  const [guessed, setGuessed] = useState(/** @type {BodyKind} */ ("pps"));
  useEffect(() => {
    let mine = true;
    proposedBody(first.name, null).then(({ kind }) => mine && setGuessed(kind), notifyError);
    return () => {
      mine = false;
    };
  }, [first.name]);
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
      <Choice
        id="first-body"
        label="Вид объединения"
        known
        value={first.body ?? guessed}
        options={BODIES}
        onSave={(body) => keep({ body: /** @type {BodyKind} */ (body) })}
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
