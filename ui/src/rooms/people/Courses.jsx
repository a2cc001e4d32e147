/** @import {Course, Person} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { Certificates } from "../../features/courses/Certificates.jsx";
import { CourseFields, firstField } from "../../features/courses/CourseFields.jsx";
import { addCourse } from "../../features/courses/new-course.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { today } from "../../state/file.js";
import { notifyError } from "../../state/messages.js";

/** @param {{person: Person}} props */
export function Courses({ person }) {
  const { id, courses } = person;
  async function add() {
    try {
      focusField(firstField(await addCourse(id, "finished", today.value.slice(0, 4), null)));
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  return (
    <section>
      <h2>Курсы повышения квалификации</h2>
      {courses.length === 0 && <p class="mt-2 soft">Пока не внесены.</p>}
      {courses.map((course, at) => (
        <OneCourse key={course.id} person={id} course={course} at={at} />
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
const OneCourse = ({ person, course, at }) => (
  <fieldset class="mt-3 part">
    <legend class="label">
      <b>Курс {at + 1}</b>
    </legend>
    <CourseFields person={person} course={course} />
    <Certificates person={person} course={course} />
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
