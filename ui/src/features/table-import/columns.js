/** @import {RowState, TableColumn, TableKind, TablePreview} from "../../api/types/importing" */
/** @import {TableRow} from "../../api/types/importing" */
import { plural } from "../../words/numbers.js";

/** @type {{ [kind in TableKind]: {value: TableColumn, label: string}[] }} */
export const COLUMNS = {
  activities: [
    { value: "skip", label: "не брать" },
    { value: "number", label: "№" },
    { value: "direction", label: "направление" },
    { value: "section", label: "раздел" },
    { value: "text", label: "мероприятие" },
    { value: "content", label: "содержание" },
    { value: "questions", label: "вопросы" },
    { value: "task", label: "задача" },
    { value: "form", label: "форма" },
    { value: "goal", label: "цель" },
    { value: "term", label: "срок" },
    { value: "month", label: "месяц" },
    { value: "term_from", label: "начало" },
    { value: "term_to", label: "окончание" },
    { value: "time", label: "время" },
    { value: "venue", label: "место" },
    { value: "participants", label: "участники" },
    { value: "responsible", label: "ответственный" },
    { value: "expected", label: "результат" },
    { value: "mark", label: "отметка" },
    { value: "done", label: "факт" },
  ],
  members: [
    { value: "skip", label: "не брать" },
    { value: "number", label: "№" },
    { value: "name", label: "ФИО" },
    { value: "surname", label: "фамилия" },
    { value: "given_name", label: "имя" },
    { value: "patronymic", label: "отчество" },
    { value: "role", label: "роль" },
    { value: "post", label: "должность" },
    { value: "subject", label: "предмет" },
    { value: "organisation", label: "организация" },
    { value: "post_and_organisation", label: "место работы и должность" },
    { value: "category", label: "категория" },
    { value: "category_since", label: "дата категории" },
    { value: "experience", label: "стаж" },
    { value: "pedagogical_experience", label: "педагогический стаж" },
    { value: "experience_in_specialty", label: "стаж по специальности" },
    { value: "part_time", label: "совместитель" },
    { value: "classes", label: "классы" },
    { value: "courses", label: "курсы" },
    { value: "awards", label: "награды" },
    { value: "self_education", label: "тема самообразования" },
    { value: "contact", label: "телефон, почта" },
  ],
};

/** What a state of a row is called under its tick. @type {{ [state in RowState]: string }} */
export const STATES = {
  ready: "",
  partly: "",
  doubtful: "",
  repeat: "уже есть",
  asked: "",
  refused: "нельзя добавить",
  heading: "",
};

/** Whether a row can be ticked at all. @param {{state: RowState}} row */
export const canAdd = ({ state }) =>
  state !== "refused" && state !== "heading" && state !== "asked";

/** Whether a row has anything that a person should see before it is added. @param {{state: RowState}} row */
export const needsLook = ({ state }) =>
  state !== "ready" && state !== "partly" && state !== "heading";

/**
 * Whether nobody knows for certain to which direction the row belongs.
 *
 * @param {Pick<TableRow, "state" | "meeting" | "direction" | "guessed">} row
 */
export const isUnclear = ({ state, meeting, direction, guessed }) =>
  state !== "heading" && !meeting && (direction === null || guessed?.sure === false);

/**
 * What is ticked at first: everything that can be added but what is there already. After another look at the
 * same table the hand of the person stays: what they unticked is not ticked again.
 *
 * @param {TablePreview} preview
 * @param {{preview: TablePreview, ticked: ReadonlySet<number>} | null} before
 * @returns {Set<number>}
 */
export function tickedIn(preview, before) {
  const same = before?.preview.token === preview.token && before.preview.table === preview.table;
  const was = new Map(same ? before.preview.rows.map((row) => [row.row, canAdd(row)]) : []);
  return new Set(
    preview.rows
      .filter(canAdd)
      .filter(({ row, state }) =>
        before && was.get(row) ? before.ticked.has(row) : state !== "repeat",
      )
      .map((row) => row.row),
  );
}

/**
 * «Добавить 17 мероприятий», «Добавить 4 заседания», «Добавить 21 человека»
 *
 * @param {TableKind} kind
 * @param {number} count
 * @param {boolean} [meetings] whether all of them are meetings
 */
export function addWords(kind, count, meetings = false) {
  const what = meetings
    ? plural(count, "заседание", "заседания", "заседаний")
    : kind === "activities"
      ? plural(count, "мероприятие", "мероприятия", "мероприятий")
      : plural(count, "человека", "человека", "человек");
  return `Добавить ${count}\u00a0${what}`;
}

/**
 * «17 строк готовы, 2 нужно проверить, 1 уже есть»
 *
 * @param {TablePreview} preview
 */
export function found({ rows }) {
  const count = (/** @type {RowState} */ state) => rows.filter((row) => row.state === state).length;
  const [partly, doubtful, repeat, asked, refused] = [
    count("partly"),
    count("doubtful"),
    count("repeat"),
    count("asked"),
    count("refused"),
  ];
  const ready = count("ready") + partly;
  return [
    `${plural(ready, "готова", "готовы", "готово")} ${ready}\u00a0${plural(ready, "строка", "строки", "строк")}`,
    partly && `из них не целиком ${partly}`,
    doubtful && `с пометками ${doubtful}`,
    repeat && `уже есть ${repeat}`,
    asked && `тёзок ${asked}`,
    refused && `нельзя добавить ${refused}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/**
 * The headings of the columns that do not come in: «Классы», «Примечание».
 *
 * @param {Pick<TablePreview, "columns" | "headings">} preview
 */
export const untaken = ({ columns, headings }) =>
  columns.flatMap((column, at) => {
    const heading = (headings[at] ?? "").replace(/\s+/g, " ").trim();
    return column === "skip" && heading ? [heading] : [];
  });
