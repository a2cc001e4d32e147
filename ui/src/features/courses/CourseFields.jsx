/** @import {Course, CourseState} from "../../api/types/records" */
import { KINDS } from "../../api/types/kinds.js";
import { Choice } from "../../components/field/Choice.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { WordsField } from "../../components/menu/WordsField.jsx";
import { year } from "../../state/file.js";
import { readOldDateHere } from "../../state/reading.js";
import { years } from "../../state/years.js";
import { partialDate, schoolYearName } from "../../words/dates.js";
import { readPartial } from "../../words/read-partial.js";
import { optionsOf } from "../journal/declared.js";
import { change, withPart } from "../record-parts/change.js";
import { readHours } from "./hours.js";

const LIST = KINDS.person.fields.find(({ key }) => key === "courses")?.form;
const FIELDS = LIST?.is === "list" ? LIST.of : [];

/** @param {string} key */
const declared = (key) => FIELDS.find((field) => field.key === key);
const STATE = declared("state")?.form;
const STATES = STATE?.is === "choice" ? optionsOf(STATE.of) : [];

/** The id of the first field of a course. @param {string} course */
export const firstField = (course) => `course-${course}`;

/**
 * The fields of a course, in the card of whoever takes it and in the room of courses alike.
 *
 * @param {{person: string, course: Course}} props
 */
export function CourseFields({ person, course }) {
  /** @param {Partial<Course>} what */
  const save = (what) =>
    change("person", person, (now) => ({
      courses: withPart(
        now.courses,
        now.courses.findIndex((one) => one.id === course.id),
        what,
      ),
    }));
  const planned = course.state === "planned";
  const reported = [...new Set([...years.value, course.school_year ?? years.value[0] ?? 0])];
  /** @param {string} typed */
  const readDay = (typed) => readPartial(typed, year.value, readOldDateHere);
  return (
    <div class="fields">
      <TextArea
        id={firstField(course.id)}
        label="Программа"
        value={course.title}
        onSave={(title) => save({ title })}
      />
      <TextField
        label={planned ? "Где будут" : "Где проходили"}
        value={course.provider}
        onSave={(provider) => save({ provider })}
      />
      <Choice
        span={6}
        label="Состояние"
        value={course.state}
        options={STATES}
        hint={planned ? "Запланированные курсы пройденными не считаются." : undefined}
        onSave={(state) => save({ state: /** @type {CourseState} */ (state) })}
      />
      <WordsField
        span={6}
        label="Форма"
        proposed={declared("form")?.proposed ?? []}
        value={course.form}
        onSave={(form) => save({ form })}
      />
      <ReadField
        span={6}
        label="Начало"
        value={course.begun}
        show={partialDate}
        read={readDay}
        onSave={(begun) => save({ begun })}
      />
      <ReadField
        span={6}
        label="Окончание"
        value={course.finished}
        show={partialDate}
        read={readDay}
        required="Впишите хотя бы год."
        onSave={(finished) => finished && save({ finished })}
      />
      <ReadField
        span={4}
        label="Часов"
        value={course.hours}
        show={String}
        read={readHours}
        onSave={(hours) => save({ hours })}
      />
      <TextField
        plain
        span={8}
        label="Номер удостоверения"
        value={course.certificate}
        onSave={(certificate) => save({ certificate })}
      />
      <Choice
        label="Учебный год"
        value={course.school_year === null ? "" : String(course.school_year)}
        options={[
          { value: "", label: "по дате окончания" },
          ...reported.map((of) => ({ value: String(of), label: schoolYearName(of) })),
        ]}
        onSave={(value) => save({ school_year: value ? Number(value) : null })}
        hint={
          course.school_year === null && course.finished.length < 7
            ? "Пока известен только год, выберите учебный, чтобы курс попал в отчёт."
            : undefined
        }
      />
    </div>
  );
}
