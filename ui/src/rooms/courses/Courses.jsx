/** @import {Route} from "../../state/route.js" */
/** @import {MemberCourse} from "./courses-here.js" */
import { useState } from "preact/hooks";

import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { Certificates } from "../../features/courses/Certificates.jsx";
import { CourseFields, firstField } from "../../features/courses/CourseFields.jsx";
import { addCourse } from "../../features/courses/new-course.js";
import { PaperBeside } from "../../features/paper-beside/PaperBeside.jsx";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { community, today, year } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { notifyError } from "../../state/messages.js";
import { go, href } from "../../state/route.js";
import { partialDate } from "../../words/dates.js";
import { coursesHere } from "./courses-here.js";
import { Due } from "./Due.jsx";
import "../../features/journal/journal.css";

const ADD = "add-course";

/**
 * The courses of all members in the school year (п. 3.1.7): planned and taken, and who is due for one. A course is a part of
 * the card of whoever takes it.
 *
 * @param {{route: Route}} props
 */
export function Courses({ route }) {
  const [adds, setAdds] = useState(false);
  const all = coursesHere(route.id);
  const current = all.find(({ course }) => course.id === route.id) ?? all[0];

  /** @param {string | null} person */
  async function add(person) {
    if (!person) return;
    setAdds(false);
    try {
      const id = await addCourse(person, "planned", today.value.slice(0, 4), year.value);
      go(href("courses", id));
      focusField(firstField(id));
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  const begin = () => {
    setAdds(true);
    focusField(ADD);
  };
  const addButton = (
    <Button look="main" sign="plus" onClick={begin}>
      Внести курсы
    </Button>
  );
  const who = adds && (
    <div class="mt-3 fields">
      <PersonField
        id={ADD}
        label="Кто учится"
        hint="Довольно первых букв фамилии."
        value={null}
        people={pickable(today.value, [])}
        onSave={(person) => void add(person)}
      />
    </div>
  );
  if (!current) {
    return (
      <div class="page">
        <h1>Курсы</h1>
        <div class="mt-4">
          <EmptyRoom title="Курсов за этот год пока нет" action={addButton}>
            Внесите запланированные и пройденные курсы участников: из них сложится план-график, а
            пройденные войдут в отчёт сами.
          </EmptyRoom>
          {who}
          <Due onAdd={(person) => void add(person)} />
        </div>
      </div>
    );
  }
  const shown = route.place === "paper";
  return (
    <div class="trio journal journal--paper" data-show={shown ? "paper" : undefined}>
      <div class="trio__list">
        <div class="top">{addButton}</div>
        <PickList
          label="Курсы"
          current={current.course.id}
          items={all.map((one) => ({
            id: one.course.id,
            href: href("courses", one.course.id),
            title: one.name,
            below: <span class="soft">{below(one)}</span>,
          }))}
        />
      </div>
      <div class="trio__form" key={current.course.id}>
        <div class="head stay">
          <div>
            <h1>{current.name}</h1>
            <p class="mt-1">
              <a href={href("people", current.person.id)}>Карточка участника</a>
            </p>
          </div>
          <div class="head__act only-narrow">
            <ButtonLink
              sign="sheet"
              href={href("courses", current.course.id, shown ? "" : "paper")}
            >
              {shown ? "К записям" : "Как напечатается"}
            </ButtonLink>
          </div>
        </div>
        {who}
        <div class="mt-4">
          <CourseFields person={current.person.id} course={current.course} />
        </div>
        <Certificates person={current.person.id} course={current.course} />
        <p class="mt-2">
          <Button look="quiet" flush sign="bin" onClick={() => drop(current)}>
            Удалить курсы
          </Button>
        </p>
        <Due onAdd={(person) => void add(person)} />
      </div>
      <PaperBeside
        request={{
          community: community.value?.id ?? "",
          kind: "courses",
          year: year.value,
          on: today.value,
        }}
      />
    </div>
  );
}

/** @param {MemberCourse} one */
function below({ course, overdue }) {
  const words = course.state === "planned" ? "запланированы" : "пройдены";
  const late = overdue ? ", срок прошёл" : "";
  return `${course.title || "программа не указана"}, ${words}${late}, ${partialDate(course.finished)}`;
}

/** @param {MemberCourse} one */
const drop = ({ person, course }) =>
  dropPart(
    "person",
    person.id,
    "courses",
    person.courses.findIndex(({ id }) => id === course.id),
    "Курсы удалены.",
    ADD,
  );
