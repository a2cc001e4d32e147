/** @import {Course, Person} from "../../api/types/records" */
import { derivedOf } from "../../state/derived.js";
import { today, year } from "../../state/file.js";
import { membersOf } from "../../state/members.js";

/**
 * @typedef {object} MemberCourse
 * @property {Person} person
 * @property {string} name
 * @property {Course} course
 * @property {boolean} overdue was to be over, and nobody said that it was taken
 */

/**
 * The courses of the school year that is looked at, the last ones first, as the program counts them to it. One that was just
 * begun is there before the program has seen it.
 *
 * @param {string} wanted a course that is open
 * @returns {MemberCourse[]}
 */
export function coursesHere(wanted) {
  const people = new Map(membersOf(today.value).map(({ person }) => [person.id, person]));
  const courses = [...people.values()].flatMap((person) => {
    const derived = derivedOf("person", person.id);
    return person.courses.flatMap((course) => {
      const known = derived?.courses.find(({ id }) => id === course.id);
      const here = known?.years.includes(year.value) ?? course.id === wanted;
      if (!here) return [];
      return [{ person, name: derived?.name ?? "", course, overdue: known?.overdue ?? false }];
    });
  });
  return courses.sort(
    (a, b) =>
      Number(b.course.state === "planned") - Number(a.course.state === "planned") ||
      b.course.finished.localeCompare(a.course.finished) ||
      a.name.localeCompare(b.name, "ru"),
  );
}

/**
 * @typedef {object} DuePerson
 * @property {string} id
 * @property {string} name
 * @property {number | null} last the calendar year of the last course
 */

/**
 * Members of the day who are due for a course: the last one is too long ago, or none is known.
 *
 * @returns {DuePerson[]}
 */
export function dueHere() {
  const people = new Map(membersOf(today.value).map(({ person }) => [person.id, person]));
  return [...people.keys()].flatMap((id) => {
    const derived = derivedOf("person", id);
    if (!derived?.member || derived.course_need === "recent") return [];
    return [{ id, name: derived.name, last: derived.last_course }];
  });
}
