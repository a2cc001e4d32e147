/** @import {AgendaItem} from "../../api/types/AgendaItem" */
/** @import {Decision} from "../../api/types/Decision" */
/** @import {DecisionKind} from "../../api/types/DecisionKind" */
/** @import {Meeting} from "../../api/types/Meeting" */
/** @import {Protocol} from "../../api/types/Protocol" */
import { newIds } from "../../api/records.js";
import { asRefusal } from "../../api/refusal.js";
import { flushFields } from "../../components/field/unsaved.js";
import { chooseYear, community, today, year } from "../../state/file.js";
import { tell } from "../../state/messages.js";
import { allOf, oneOf, saveRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import {
  attendanceOf,
  emptyProtocol,
  inserted,
  membersOn,
  moved,
  nextNumber,
  without,
  withinYear,
  withRole,
} from "./parts.js";

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
    protocol: change(
      meeting.protocol ?? emptyProtocol(nextNumber(allOf("meeting"), meeting.school_year)),
    ),
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
 * Identifiers come from the program; when it does not give one, the person is told why nothing appeared.
 *
 * @param {(id: string) => void} act
 */
async function withNewId(act) {
  flushFields();
  try {
    const [id] = await newIds(1);
    if (id) act(id);
  } catch (thrown) {
    const { message, hint } = asRefusal(thrown);
    tell({ text: [message, hint].filter(Boolean).join(" ") });
  }
}

/** Begins a meeting of today with the roster of today, everyone present, and opens it. */
export function addMeeting() {
  const whose = community.value;
  if (!whose) return;
  void withNewId((id) => {
    const date = withinYear(today.value, year.value) ? today.value : `${year.value}-09-01`;
    const memberships = allOf("membership");
    const people = membersOn(memberships, date).map((one) => one.person);
    saveRecord({
      kind: "meeting",
      record: {
        id,
        community: whose.id,
        school_year: year.value,
        date,
        last_day: null,
        status: date > today.value ? "planned" : "held",
        topic: "",
        place: "",
        venue: "",
        mode: null,
        mode_note: "",
        planned: null,
        chair: withRole(memberships, "leader", date),
        secretary: withRole(memberships, "secretary", date),
        attendance: attendanceOf([], people),
        guests: [],
        protocol: emptyProtocol(nextNumber(allOf("meeting"), year.value)),
      },
    });
    go(href("meetings", id));
    focusWhenThere(`${id}-topic`);
  });
}

/**
 * The meeting leaves the list of this year, and the person goes with it. Numbers begin anew in each year.
 *
 * @param {string} id
 * @param {number} school_year
 */
export function moveToYear(id, school_year) {
  const others = allOf("meeting").filter((one) => one.id !== id);
  editMeeting(id, (meeting) => ({
    ...meeting,
    school_year,
    protocol: meeting.protocol && {
      ...meeting.protocol,
      number: nextNumber(others, school_year),
    },
  }));
  chooseYear(school_year);
  go(href("meetings", id));
}

/** @param {string} id */
export function addItem(id) {
  void withNewId((item) => {
    editProtocol(id, (protocol) => ({
      ...protocol,
      items: [
        ...protocol.items,
        { id: item, topic: "", reporter: null, heard: "", spoke: [], decisions: [], vote: null },
      ],
    }));
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
      decisions: [
        ...old.decisions,
        {
          id: decision,
          kind,
          text: "",
          addressee: null,
          responsible: [],
          term: null,
          moves: [],
          mark: null,
        },
      ],
    }));
    focusWhenThere(`${decision}-text`);
  });
}

/**
 * @param {string} id
 * @param {string} item
 * @param {1 | -1} step
 */
export function moveItem(id, item, step) {
  flushFields();
  editProtocol(id, (protocol) => {
    const at = protocol.items.findIndex((one) => one.id === item);
    return { ...protocol, items: moved(protocol.items, at, step) };
  });
  // The question takes the pressed button with it; at either end the button is closed, and the question's
  // own line keeps the focus.
  focusWhenThere(`${item}-${step < 0 ? "up" : "down"}`, item);
}

/**
 * @param {string} id
 * @param {string} item
 */
export function removeItem(id, item) {
  flushFields();
  const items = oneOf("meeting", id)?.protocol?.items ?? [];
  const at = items.findIndex((one) => one.id === item);
  const gone = items[at];
  if (!gone) return;
  editProtocol(id, (protocol) => ({
    ...protocol,
    items: protocol.items.filter((one) => one.id !== item),
  }));
  focusWhenThere("meeting-agenda");
  tell({
    text: `Вопрос ${at + 1} удалён.`,
    action: "Вернуть",
    act: () =>
      editProtocol(id, (protocol) =>
        protocol.items.some((one) => one.id === item)
          ? protocol
          : { ...protocol, items: inserted(protocol.items, at, gone) },
      ),
  });
}

/**
 * @param {string} id
 * @param {string} item
 * @param {string} decision
 * @param {string} number
 */
export function removeDecision(id, item, decision, number) {
  flushFields();
  const old = oneOf("meeting", id)?.protocol?.items.find((one) => one.id === item);
  const at = old?.decisions.findIndex((one) => one.id === decision) ?? -1;
  const gone = old?.decisions[at];
  if (!gone) return;
  editItem(id, item, (one) => ({ ...one, decisions: without(one.decisions, at) }));
  focusWhenThere(item);
  tell({
    text: `Пункт ${number} удалён.`,
    action: "Вернуть",
    act: () =>
      editItem(id, item, (one) =>
        one.decisions.some(({ id: known }) => known === decision)
          ? one
          : { ...one, decisions: inserted(one.decisions, at, gone) },
      ),
  });
}

/**
 * Brings the focus to a thing that is about to be drawn.
 *
 * @param {string} id
 * @param {string} [instead] where the first one cannot take it
 */
export function focusWhenThere(id, instead) {
  let left = 20;
  const look = () => {
    const found = document.getElementById(id);
    if (found && !(found instanceof HTMLButtonElement && found.disabled)) {
      found.scrollIntoView({ block: "nearest" });
      return found.focus();
    }
    if (found && instead) return document.getElementById(instead)?.focus();
    left -= 1;
    if (left > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
