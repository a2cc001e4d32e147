/** @import {Activity, ActivityForm, Direction, MarkState} from "../../api/types/records" */

/** The seven directions of п. 3.1, in its order. */
export const DIRECTIONS = /** @satisfies {{id: Direction, name: string}[]} */ ([
  { id: "3.1.1", name: "Аналитическое" },
  { id: "3.1.2", name: "Информационное" },
  { id: "3.1.3", name: "Организационно-методическое" },
  { id: "3.1.4", name: "Консультационное" },
  { id: "3.1.5", name: "Экспертное" },
  { id: "3.1.6", name: "Управленческое" },
  { id: "3.1.7", name: "Образовательное" },
]);

/** @type {{value: ActivityForm, label: string}[]} */
export const FORMS = [
  { value: "unspecified", label: "не указана" },
  { value: "meeting", label: "заседание" },
  { value: "seminar", label: "семинар" },
  { value: "workshop", label: "практикум" },
  { value: "master_class", label: "мастер-класс" },
  { value: "webinar", label: "вебинар" },
  { value: "open_lesson", label: "открытый урок" },
  { value: "lesson_visits", label: "посещение уроков" },
  { value: "consultation", label: "консультация" },
  { value: "expertise", label: "экспертиза" },
  { value: "contest", label: "конкурс" },
  { value: "conference", label: "конференция" },
  { value: "diagnostics", label: "диагностика" },
];

/** What a mark may say, in the words of the paper. @type {{value: MarkState, label: string}[]} */
export const MARKS = [
  { value: "done", label: "выполнено" },
  { value: "done_in_part", label: "выполнено не в полном объёме" },
  { value: "not_done", label: "не выполнено" },
  { value: "cancelled", label: "отменено" },
];

/** The same with «no mark» first. */
export const MARK_CHOICES = [{ value: "", label: "пока нет" }, ...MARKS];

/**
 * The term that was written last, which a field shows and changes; which one is in force on a day, the program says.
 *
 * @param {Pick<Activity, "term" | "moves">} activity
 */
export const termWritten = (activity) => activity.moves.at(-1)?.to ?? activity.term;

/**
 * Rows of a direction in the order of the paper.
 *
 * @param {Activity[]} rows
 * @param {Direction} direction
 */
export function rowsOf(rows, direction) {
  return rows
    .filter((one) => one.direction === direction)
    .sort((a, b) => a.place - b.place || a.id.localeCompare(b.id));
}
