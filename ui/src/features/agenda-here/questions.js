/** @import {AgendaItem, Meeting} from "../../api/types/records" */

/** @typedef {{meeting: Meeting, item: AgendaItem, at: number}} PlacedQuestion a question and its place, from 0 */

/**
 * The questions that deal with a record, the latest first.
 *
 * @param {Meeting[]} meetings
 * @param {string} record
 * @returns {PlacedQuestion[]}
 */
export const questionsAbout = (meetings, record) =>
  meetings
    .flatMap((meeting) =>
      (meeting.protocol?.items ?? []).flatMap((item, at) =>
        item.about === record ? [{ meeting, item, at }] : [],
      ),
    )
    .sort((a, b) => b.meeting.date.localeCompare(a.meeting.date));

/**
 * Meetings into whose agenda the question may still go, the nearest first: those that are ahead or are held on the day,
 * neither signed nor cancelled, and without such a question.
 *
 * @param {Meeting[]} meetings
 * @param {string} record
 * @param {string} on
 */
export const openFor = (meetings, record, on) =>
  meetings
    .filter(
      ({ date, last_day, status, protocol }) =>
        (last_day ?? date) >= on &&
        status !== "cancelled" &&
        !protocol?.signed &&
        !(protocol?.items ?? []).some((item) => item.about === record),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
