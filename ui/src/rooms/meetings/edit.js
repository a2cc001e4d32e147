/** @import {AgendaItem, Decision, DecisionKind, Meeting} from "../../api/types/records" */
/** @import {Protocol} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { asRefusal } from "../../api/error-view.js";
import { flushFields } from "../../components/field/unsaved.js";
import { chooseYear, community, today, year } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { oneOf, saveRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { focusWhenThere } from "./focus.js";
import { newMeeting } from "../../features/meeting-parts/new-meeting.js";
import { emptyItem, emptyProtocol } from "../../features/meeting-parts/parts.js";
import { nextNumber } from "../../state/years.js";
import { withinYear } from "../../words/dates.js";

/*
 * Each change is made to the newest text of the meeting, not to the one that a field was drawn with: two
 * fields left one after another must not take back each other's letters.
 */

/**
 * @param {string} id
 * @param {(meeting: Meeting) => Meeting} change
 */
export function editMeeting(id, change) {
  const meeting = oneOf("meeting", id);
  if (meeting) saveRecord({ kind: "meeting", record: change(meeting) });
}

/**
 * A meeting that was only planned gets its protocol with the first word of it.
 *
 * @param {string} id
 * @param {(protocol: Protocol) => Protocol} change
 */
export function editProtocol(id, change) {
  editMeeting(id, (meeting) => ({
    ...meeting,
    protocol: change(meeting.protocol ?? emptyProtocol(nextNumber(meeting.school_year))),
  }));
}

/**
 * @param {string} id
 * @param {string} item
 * @param {(item: AgendaItem) => AgendaItem} change
 */
export function editItem(id, item, change) {
  editProtocol(id, (protocol) => ({
    ...protocol,
    items: protocol.items.map((one) => (one.id === item ? change(one) : one)),
  }));
}

/**
 * @param {string} id
 * @param {string} item
 * @param {string} decision
 * @param {Partial<Decision>} patch
 */
export function editDecision(id, item, decision, patch) {
  editItem(id, item, (old) => ({
    ...old,
    decisions: old.decisions.map((one) => (one.id === decision ? { ...one, ...patch } : one)),
  }));
}

/**
 * Identifiers come from the program; when it does not give them, the person is told why nothing appeared.
 *
 * @param {number} count
 * @param {(ids: string[]) => void} act
 */
export async function withNewIds(count, act) {
  flushFields();
  try {
    act(await newIds(count));
  } catch (thrown) {
    const { message, hint } = asRefusal(thrown);
    notify({ text: [message, hint].filter(Boolean).join(" ") });
  }
}

/**
 * @param {(id: string) => void} act
 */
const withNewId = (act) => withNewIds(1, ([id]) => id && act(id));

/**
 * Begins a meeting of today with the roster of today, everyone present, and opens it.
 *
 * @param {{ready?: boolean}} [how] `ready` where its protocol is there already, on paper or in a file
 */
export function addMeeting({ ready = false } = {}) {
  const whose = community.value;
  if (!whose) return;
  void withNewId((id) => {
    const date = withinYear(today.value, year.value) ? today.value : `${year.value}-09-01`;
    const status = date > today.value && !ready ? "planned" : "held";
    const record = newMeeting(id, whose.id, { date, status, school_year: year.value });
    saveRecord({ kind: "meeting", record });
    go(href("meetings", id, ready ? READY : ""));
    if (ready) focusWhenThere(`${id}-date`, { whole: true });
    else focusWhenThere(`${id}-topic`);
  });
}

/** The place in a meeting's address where a protocol that exists already is brought in. */
export const READY = "ready";

/**
 * The meeting leaves the list of this year, and the person goes with it. Numbers begin anew in each year.
 *
 * @param {string} id
 * @param {number} school_year
 * @param {string} [place]
 */
export function moveToYear(id, school_year, place) {
  editMeeting(id, (meeting) => ({
    ...meeting,
    school_year,
    protocol: meeting.protocol && {
      ...meeting.protocol,
      number: nextNumber(school_year),
    },
  }));
  chooseYear(school_year);
  go(href("meetings", id, place));
}

/**
 * @param {string} id
 * @param {AgendaItem[]} items
 */
export const addQuestions = (id, items) =>
  editProtocol(id, (protocol) => ({ ...protocol, items: [...protocol.items, ...items] }));

/** @param {string} id */
export function addItem(id) {
  void withNewId((item) => {
    addQuestions(id, [emptyItem(item)]);
    focusWhenThere(`${item}-topic`);
  });
}

/**
 * @param {string} id
 * @param {string} item
 * @param {DecisionKind} kind
 */
export function addDecision(id, item, kind) {
  void withNewId((decision) => {
    editItem(id, item, (old) => ({
      ...old,
      decisions: [...old.decisions, emptyDecision(decision, kind)],
    }));
    focusWhenThere(`${decision}-text`);
  });
}

/**
 * @param {string} id
 * @param {DecisionKind} kind
 * @returns {Decision}
 */
export const emptyDecision = (id, kind) => ({
  id,
  kind,
  text: "",
  addressee: null,
  responsible: [],
  responsible_in_words: "",
  term: null,
  moves: [],
  mark: null,
});
