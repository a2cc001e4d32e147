/** @import {Course, CourseState} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { change } from "../record-parts/change.js";

/**
 * Writes a course into the card of a person.
 *
 * @param {string} person
 * @param {CourseState} state
 * @param {string} finished the calendar year, until somebody says more
 * @param {number | null} school_year
 * @returns {Promise<string>} its identifier
 */
export async function addCourse(person, state, finished, school_year) {
  const [id = ""] = await newIds(1);
  /** @type {Course} */
  const course = {
    id,
    title: "",
    provider: "",
    hours: null,
    form: "",
    begun: null,
    finished,
    state,
    certificate: "",
    school_year,
  };
  change("person", person, (now) => ({ courses: [...now.courses, course] }));
  return id;
}
