/** @import {Meeting} from "../../api/types/records" */
import { rosterOn, withRole } from "../../state/members.js";
import { nextNumber } from "../../state/years.js";
import { attendanceOf, emptyProtocol } from "./parts.js";

/**
 * A meeting as it begins: with the roster of its day, everyone present, and the next number of its school year.
 *
 * @param {string} id
 * @param {string} community
 * @param {Pick<Meeting, "date" | "status" | "school_year">} of
 * @returns {Meeting}
 */
export const newMeeting = (id, community, { date, status, school_year }) => ({
  id,
  community,
  school_year,
  date,
  last_day: null,
  begins: null,
  ends: null,
  status,
  topic: "",
  place: "",
  venue: "",
  mode: null,
  mode_note: "",
  planned: null,
  chair: withRole("leader", date),
  secretary: withRole("secretary", date),
  attendance: attendanceOf([], rosterOn(date)),
  present_count: null,
  members_count: null,
  guests: [],
  guests_in_words: "",
  protocol: emptyProtocol(nextNumber(school_year)),
});
