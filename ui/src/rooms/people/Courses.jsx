/** @import {Course, Person} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { ReadField } from "../../components/field/ReadField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { today, year } from "../../state/file.js";
import { readOldDateHere } from "../../state/reading.js";
import { years } from "../../state/years.js";
import { partialDate, schoolYearName } from "../../words/dates.js";
import { change, withPart } from "../../features/record-parts/change.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { focusField } from "../../components/field/focus-field.js";
import { readPartial } from "../../words/read-partial.js";
import { readHours } from "./words.js";

/** @param {{person: Person}} props */
export function Courses({ person }) {
  const { id, courses } = person;
  async function add() {
    const [course = ""] = await newIds(1);
    change("person", id, (now) => ({
      courses: [
        ...now.courses,
        {
          id: course,
          title: "",
          provider: "",
          hours: null,
          form: "",
          begun: null,
          state: "finished",
          certificate: "",
          finished: today.value.slice(0, 4),
          school_year: null,
        },
      ],
    }));
    focusField(`course-${course}`);
  }
  return (
    <section>
      <h2>Курсы повышения квалификации</h2>
      {courses.length === 0 && <p class="mt-2 soft">Пока не внесены.</p>}
      {courses.map((course, at) => (
        <CourseFields key={course.id} person={id} course={course} at={at} />
      ))}
      <p class="mt-2">
        <Button id="add-course" look="quiet" flush sign="plus" onClick={() => void add()}>
          Добавить курс
        </Button>
      </p>
    </section>
  );
}

/** @param {{person: string, course: Course, at: number}} props */
function CourseFields({ person, course, at }) {
  /** @param {Partial<Course>} what */
  const save = (what) =>
    change("person", person, (now) => ({
      courses: withPart(
        now.courses,
        now.courses.findIndex((one) => one.id === course.id),
        what,
      ),
    }));
  const reported = [...new Set([...years.value, course.school_year ?? years.value[0] ?? 0])];
  return (
    <fieldset class="mt-3 part">
      <legend class="label">
        <b>Курс {at + 1}</b>
      </legend>
      <div class="fields">
        <TextArea
          id={`course-${course.id}`}
          label="Программа"
          value={course.title}
          onSave={(title) => save({ title })}
        />
        <TextField
          label="Где проходили"
          value={course.provider}
          onSave={(provider) => save({ provider })}
        />
        <Choice
          span={6}
          label="Состояние"
          value={course.state}
          options={STATES}
          onSave={(state) => save({ state: /** @type {CourseState} */ (state) })}
        />
        <ReadField
          span={6}
          label="Год, месяц или день начала"
          value={course.begun}
          show={partialDate}
          read={(typed) => readPartial(typed, year.value, readOldDateHere)}
          onSave={(begun) => save({ begun })}
        />
        <ReadField
          span={6}
          label="Год, месяц или день окончания"
          value={course.finished}
          show={partialDate}
          read={(typed) => readPartial(typed, year.value, readOldDateHere)}
          required="Впишите хотя бы год."
          onSave={(finished) => finished && save({ finished })}
        />
        <ReadField
          span={6}
          label="Часов"
          value={course.hours}
          show={String}
          read={readHours}
          onSave={(hours) => save({ hours })}
        />
        <Choice
          label="В отчёте за учебный год"
          value={course.school_year === null ? "" : String(course.school_year)}
          options={[
            { value: "", label: "по дате окончания" },
            ...reported.map((year) => ({ value: String(year), label: schoolYearName(year) })),
          ]}
          onSave={(value) => save({ school_year: value ? Number(value) : null })}
          hint={
            course.school_year === null && course.finished.length < 10
              ? "Пока известен не весь день, выберите год, чтобы курс попал в отчёт."
              : undefined
          }
        />
      </div>
      <Button
        look="quiet"
        flush
        sign="bin"
        onClick={() => dropPart("person", person, "courses", at, "Курс удалён.", "add-course")}
      >
        Удалить курс
      </Button>
    </fieldset>
  );
}
