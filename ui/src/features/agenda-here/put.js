/** @import {Reporter, Speaker} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { community, today, year } from "../../state/file.js";
import { notifyError } from "../../state/messages.js";
import { oneOf, removeRecord, saveRecord, saveRecords } from "../../state/records.js";
import { longDate, schoolYearOf, withinYear } from "../../words/dates.js";
import { newMeeting } from "../meeting-parts/new-meeting.js";
import { emptyItem, emptyProtocol, withoutQuestion } from "../meeting-parts/parts.js";

/** @typedef {{about: string, topic: string, reporter: Speaker | null}} Proposed the question that is to be added */

/**
 * Adds the question to the agenda of a meeting, or of a new one on a day.
 *
 * @param {{meeting: string} | {date: string}} where
 * @param {Proposed} question
 */
export async function putIntoAgenda(where, { about, topic, reporter }) {
  const whose = community.value;
  if (!whose) return;
  const [id, fresh] = await newIds(2).catch((thrown) => (notifyError(thrown), []));
  if (!id || !fresh) return;
  /** @type {Reporter[]} */
  const reporters = reporter ? [{ speaker: reporter, post: "" }] : [];
  const item = { ...emptyItem(id, topic), about, reporters };
  const known = "meeting" in where ? oneOf("meeting", where.meeting) : null;
  if ("meeting" in where && !known) return;
  const meeting = known ?? planned(fresh, whose.id, "date" in where ? where.date : today.value);
  const protocol = meeting.protocol ?? emptyProtocol(null);
  const record = { ...meeting, protocol: { ...protocol, items: [...protocol.items, item] } };
  const day = longDate(meeting.date);
  await saveRecords(
    [{ kind: "meeting", record }],
    known
      ? `Вопрос внесён в повестку заседания ${day}`
      : `Намечено заседание ${day}, вопрос внесён в повестку.`,
    () => (known ? takeOut(meeting.id, id) : void removeRecord(meeting.id)),
  );
}

/**
 * @param {string} id
 * @param {string} community
 * @param {string} date
 */
function planned(id, community, date) {
  const school_year = withinYear(date, year.value) ? year.value : schoolYearOf(date);
  return newMeeting(id, community, { date, status: "planned", school_year });
}

/**
 * @param {string} meeting
 * @param {string} item
 */
function takeOut(meeting, item) {
  const now = oneOf("meeting", meeting);
  if (!now?.protocol || now.protocol.signed) return;
  const { items } = now.protocol;
  const attendance = withoutQuestion(now.attendance, items, item);
  const protocol = { ...now.protocol, items: items.filter(({ id }) => id !== item) };
  saveRecord({ kind: "meeting", record: { ...now, attendance, protocol } });
}
