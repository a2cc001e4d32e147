/** @import {RowState, TableColumn, TableKind, TablePreview} from "../../api/types/importing" */
/** @import {TableRow} from "../../api/types/importing" */
import { plural } from "../../words/numbers.js";

/** @type {{ [kind in TableKind]: {value: TableColumn, label: string}[] }} */
export const COLUMNS = {
  activities: [
    { value: "skip", label: "не брать" },
    { value: "direction", label: "направление" },
    { value: "text", label: "мероприятие" },
    { value: "task", label: "задача" },
    { value: "form", label: "форма" },
    { value: "term", label: "срок" },
    { value: "participants", label: "участники" },
    { value: "responsible", label: "ответственный" },
    { value: "expected", label: "результат" },
    { value: "mark", label: "отметка" },
  ],
  members: [
    { value: "skip", label: "не брать" },
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
    { value: "experience", label: "стаж" },
    { value: "experience_in_specialty", label: "педагогический стаж" },
    { value: "courses", label: "курсы" },
    { value: "contact", label: "телефон, почта" },
  ],
};

/** What a state of a row is called under its tick. @type {{ [state in RowState]: string }} */
export const STATES = {
  ready: "",
  doubtful: "",
  repeat: "уже есть",
  refused: "нельзя добавить",
  heading: "",
};

/** Whether a row can be ticked at all. @param {{state: RowState}} row */
export const canAdd = ({ state }) => state !== "refused" && state !== "heading";

/** Whether a row has anything that a person should see before it is added. @param {{state: RowState}} row */
export const needsLook = ({ state }) => state !== "ready" && state !== "heading";

/**
 * Whether nobody knows for certain to which direction the row belongs.
 *
 * @param {Pick<TableRow, "state" | "direction" | "guessed">} row
 */
export const isUnclear = ({ state, direction, guessed }) =>
  state !== "heading" && (direction === null || guessed?.sure === false);

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
 * «Добавить 17 мероприятий», «Добавить 21 человека»
 *
 * @param {TableKind} kind
 * @param {number} count
 */
export function addWords(kind, count) {
  const what =
    kind === "activities"
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
  const [ready, doubtful, repeat, refused] = [
    count("ready"),
    count("doubtful"),
    count("repeat"),
    count("refused"),
  ];
  return [
    `${plural(ready, "готова", "готовы", "готово")} ${ready}\u00a0${plural(ready, "строка", "строки", "строк")}`,
    doubtful && `с пометками ${doubtful}`,
    repeat && `уже есть ${repeat}`,
    refused && `нельзя добавить ${refused}`,
  ]
    .filter(Boolean)
    .join(", ");
}
