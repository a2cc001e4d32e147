/** @import {ToType, TypedRow} from "../../api/types/commands" */
/** @import {Kept} from "./typed-words.js" */
import { Choice } from "../../components/field/Choice.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { allOf } from "../../state/records.js";

/**
 * What else stood on the paper to be written by hand: to whom it goes, and what no record tells of a row.
 *
 * @param {{paper: "petition" | "course_request", toType: ToType, kept: Kept, onKeep: (patch: Partial<Kept>) => void}} props
 */
export function TypedFields({ paper, toType, kept, onKeep }) {
  const { to, rows } = toType;
  /**
   * @param {string} key
   * @param {Partial<TypedRow>} patch
   */
  const keepRow = (key, patch) =>
    onKeep({ rows: { ...kept.rows, [key]: { ...kept.rows[key], ...patch } } });
  return (
    <>
      <section aria-labelledby="typed-to">
        <h2 id="typed-to">Кому</h2>
        <div class="mt-2 fields">
          <TextArea
            label="Должность, в дательном падеже"
            value={kept.to_post ?? to.post}
            onSave={(text) => onKeep({ to_post: text.trim() ? text : null })}
          />
          <TextField
            label="Кому именно"
            hint="«Е. П. Кондрашовой». Если оставить пустым, на бумаге будет черта."
            value={kept.to_name ?? to.name}
            onSave={(text) => onKeep({ to_name: text })}
          />
        </div>
      </section>
      {paper === "petition" && rows.length > 0 && (
        <section aria-labelledby="typed-basis">
          <h2 id="typed-basis">Основание</h2>
          <p class="small soft">
            Например: «заявление от 12.01.2026», «приём на работу», «увольнение».
          </p>
          <div class="mt-2 fields">
            {rows.map(({ key, name, under }) => (
              <TextArea
                key={key}
                label={`${name}, ${under}`}
                value={kept.rows[key]?.basis ?? ""}
                onSave={(basis) => keepRow(key, { basis })}
              />
            ))}
          </div>
        </section>
      )}
      {paper === "course_request" && rows.length > 0 && (
        <>
          <section aria-labelledby="typed-common">
            <h2 id="typed-common">Всем, кому пора на курсы</h2>
            <p class="small soft">Кому нужно другое, тому впишите ниже: своё остаётся своим.</p>
            <CourseFields
              words={kept.common}
              topics={frequent(rows)}
              onKeep={(patch) => onKeep({ common: { ...kept.common, ...patch } })}
            />
          </section>
          <section aria-labelledby="typed-own">
            <h2 id="typed-own">Каждому своё</h2>
            {rows.map(({ key, name, under, topics = [] }) => (
              <details key={key} class="fold">
                <summary>
                  <b>{name}</b> <span class="soft">{gist(kept.rows[key]) || under}</span>
                </summary>
                <CourseFields
                  words={kept.rows[key] ?? {}}
                  topics={topics}
                  onKeep={(patch) => keepRow(key, patch)}
                />
              </details>
            ))}
          </section>
        </>
      )}
    </>
  );
}

/**
 * Topics that are proposed to everybody.
 *
 * @param {ToType["rows"]} rows
 */
const frequent = (rows) => {
  const [first = [], ...others] = rows.map(({ topics }) => topics ?? []);
  return first.filter((topic) => others.every((topics) => topics.includes(topic)));
};

/** @param {Partial<TypedRow> | undefined} row */
const gist = (row) =>
  [row?.topic, row?.form, row?.hours && `${row.hours} ч`].filter(Boolean).join(", ");

/**
 * @param {{words: Partial<TypedRow>, topics: string[], onKeep: (patch: Partial<TypedRow>) => void}} props `topics`
 *   are proposed first: of the person's route and of the last survey
 */
function CourseFields({ words, topics, onKeep }) {
  const known = [
    ...new Set([...topics, ...allOf("difficulty").map(({ title }) => title.trim())]),
  ].filter(Boolean);
  const field = (/** @type {keyof TypedRow} */ name) => ({
    value: words[name] ?? "",
    onSave: (/** @type {string} */ text) => onKeep({ [name]: text }),
  });
  return (
    <div class="mt-2 fields">
      <TextArea label="Тема" {...field("topic")} />
      {known.length > 0 && (
        <Choice
          label="Тема из затруднений"
          value={known.includes(words.topic ?? "") ? (words.topic ?? "") : ""}
          options={[
            { value: "", label: "не выбрана" },
            ...known.map((title) => ({ value: title, label: title })),
          ]}
          onSave={(topic) => topic && onKeep({ topic })}
        />
      )}
      <TextField span={8} label="Форма" hint="«очно», «дистанционно»" {...field("form")} />
      <TextField span={4} label="Часы" {...field("hours")} />
      <TextField label="Период" hint="«октябрь — ноябрь»" {...field("term")} />
      <TextField label="Организация, где учат" {...field("provider")} />
    </div>
  );
}
