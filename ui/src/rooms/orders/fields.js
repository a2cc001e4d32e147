/** @import {Declared} from "../../features/journal/declared.js" */
import { ORDER_KINDS } from "./order-words.js";

/** @type {Declared[]} */
export const ORDER_FIELDS = [
  { key: "number", label: "Номер", form: { is: "line" }, span: 4, required: "", hint: "" },
  {
    key: "date",
    label: "Дата",
    form: { is: "day" },
    span: 8,
    required: "Укажите дату приказа: без неё не сказать, с какого дня он действует.",
    hint: "",
  },
  {
    key: "kind",
    label: "О чём",
    form: { is: "choice", of: ORDER_KINDS.map(({ value, label }) => [value, label]) },
    span: 12,
    required: "",
    hint: "",
  },
  { key: "issued_by", label: "Чей приказ", form: { is: "line" }, span: 12, required: "", hint: "" },
  {
    key: "school_year",
    label: "Учебный год, которого касается",
    form: { is: "school_year" },
    span: 6,
    required: "",
    hint: "",
  },
  {
    key: "note",
    label: "Заметка (необязательно)",
    form: { is: "text" },
    span: 12,
    required: "",
    hint: "",
  },
];
