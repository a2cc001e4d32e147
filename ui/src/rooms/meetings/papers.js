/** @import {Meeting, Organisation} from "../../api/types/records" */
/** @import {PaperKind, PaperRequest} from "../../api/types/commands" */

import { PAPERS } from "../../api/types/paper-kinds.js";

/**
 * Which paper of a meeting is looked at.
 *
 * @typedef {{kind: PaperKind, item: number | null, organisation: string | null}} Shown
 */

/** @type {Shown} */
export const PROTOCOL = { kind: "protocol", item: null, organisation: null };

/** The papers of one meeting: those of the catalogue that need one. After «…» more is asked. */
export const MEETING_PAPERS = Object.entries(PAPERS)
  .filter(([, { needs }]) => needs.includes("meeting"))
  .map(([kind, { title, needs }]) => ({
    value: /** @type {PaperKind} */ (kind),
    label: needs.includes("part") ? `${title}…` : title,
  }));

/**
 * @param {Meeting} meeting
 * @param {Shown} shown
 * @param {string} on
 * @returns {PaperRequest}
 */
export const requestOf = (meeting, shown, on) => ({
  community: meeting.community,
  kind: shown.kind,
  year: meeting.school_year,
  meeting: meeting.id,
  full: false,
  on,
  ...(shown.kind === "extract" && { item: shown.item, organisation: shown.organisation }),
});

/**
 * Organisations that a protocol speaks of: those that a recommendation goes to, and those whose name between
 * «» is written in a question.
 *
 * @param {Meeting} meeting
 * @param {Organisation[]} organisations
 */
export function concerned(meeting, organisations) {
  const items = meeting.protocol?.items ?? [];
  const decisions = items.flatMap((item) => item.decisions);
  const words = [
    ...items.flatMap((item) => [
      item.topic,
      item.heard,
      ...item.spoke.map((speech) => speech.text),
    ]),
    ...decisions.map((decision) => decision.text),
  ].join("\n");
  return organisations.filter(
    (one) =>
      decisions.some(({ addressee }) => addressee === one.id) ||
      [one.name, one.short_name].map(quoted).some((name) => name && words.includes(name)),
  );
}

/** @param {string} name */
const quoted = (name) => /«.+»/.exec(name)?.[0] ?? "";
