/** @import {Meeting, Speaker} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { folded, fullName, withInitials } from "../../words/people.js";

/** A guest is spoken of by the name alone, as the paper prints it. */
const GUEST = "guest ";

/**
 * The guests of a meeting, who may report and speak too.
 *
 * @param {Meeting} meeting
 * @returns {Someone[]}
 */
export function guestsOf({ guests }) {
  const named = guests.map(({ name, post, organisation }) => ({
    id: GUEST + withInitials(name),
    name: withInitials(name),
    full: fullName(name),
    soft: [post, organisation].filter(Boolean).join(", ") || "приглашённый",
  }));
  return named.filter(
    ({ id, name }, at) => name && named.findIndex((guest) => guest.id === id) === at,
  );
}

/**
 * @param {string} id of somebody offered as a speaker
 * @returns {Speaker}
 */
export const speakerOf = (id) =>
  id.startsWith(GUEST) ? { named: id.slice(GUEST.length) } : { person: id };

/**
 * The attendance names guests nowhere, so those who spoke under a guest's former name follow a correction of it.
 *
 * @param {Meeting} meeting
 * @param {string} was as printed
 * @param {string} name
 * @returns {Meeting}
 */
export function withGuestRenamed(meeting, was, name) {
  if (!was || was === name || !meeting.protocol) return meeting;
  const renamed = (/** @type {Speaker} */ one) =>
    "named" in one && folded(one.named) === folded(was) ? { named: name } : one;
  return {
    ...meeting,
    protocol: {
      ...meeting.protocol,
      items: meeting.protocol.items.map((item) => ({
        ...item,
        reporters: item.reporters.map((one) => ({ ...one, speaker: renamed(one.speaker) })),
        spoke: item.spoke.map((speech) => ({ ...speech, speaker: renamed(speech.speaker) })),
      })),
    },
  };
}
