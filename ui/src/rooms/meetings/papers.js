/** @import {Meeting, Organisation} from "../../api/types/records" */
/** @import {PaperName as PaperKind, PaperRequest} from "../../api/types/commands" */

/**
 * Which paper of a meeting is looked at.
 *
 * @typedef {{kind: PaperKind, item: number | null, organisation: string | null}} Shown
 */

/** @type {Shown} */
export const PROTOCOL = { kind: "protocol", item: null, organisation: null };

/** @type {{value: PaperKind, label: string}[]} */
export const PAPERS = [
  { value: "protocol", label: "Протокол" },
  { value: "notice", label: "Извещение" },
  { value: "worksheet", label: "Рабочий лист секретаря" },
  { value: "attendance", label: "Лист регистрации" },
  { value: "extract", label: "Выписка…" },
];

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
    ...items.flatMap((item) => [item.topic, item.heard, ...item.spoke.map((one) => one.text)]),
    ...decisions.map((one) => one.text),
  ].join("\n");
  return organisations.filter(
    (one) =>
      decisions.some(({ addressee }) => addressee === one.id) ||
      [one.name, one.short_name].map(quoted).some((name) => name && words.includes(name)),
  );
}

/** @param {string} name */
const quoted = (name) => /«.+»/.exec(name)?.[0] ?? "";
