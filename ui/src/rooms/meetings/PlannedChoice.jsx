/** @import {Meeting, PlannedMeeting} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { derivedOf } from "../../state/derived.js";
import { notify } from "../../state/messages.js";
import { allOf, oneOf } from "../../state/records.js";
import { NBSP } from "../../words/dates.js";
import { termWords } from "../../words/terms.js";
import { editMeeting, withNewIds } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { emptyItem, emptyProtocol } from "../../features/meeting-parts/parts.js";
import { nextNumber } from "../../state/years.js";
import { broughtBy, broughtWords, plannedOf, reportersOf } from "./planned.js";

/**
 * Which meeting of the plan this one is. What the plan says of it comes with the choice where nothing is written yet;
 * a meeting of the same month is offered with what it would bring.
 *
 * @param {{meeting: Meeting}} props
 */
export function PlannedChoice({ meeting }) {
  const rows = plannedOf(allOf("plan"), meeting);
  if (rows.length === 0) return null;
  const field = `${meeting.id}-planned`;
  const chosen = rows.find((row) => row.id === meeting.planned);
  const likely = derivedOf("meeting", meeting.id)?.seems_to_be;
  const offered = chosen ?? rows.find((row) => row.id === likely);
  const words = offered ? broughtWords(broughtBy(offered, meeting)) : "";
  return (
    <>
      <Choice
        id={field}
        label="Какое это заседание плана"
        value={meeting.planned ?? ""}
        options={[
          { value: "", label: "вне плана" },
          ...rows.map((row, at) => ({ value: row.id, label: named(row, at, meeting) })),
        ]}
        onSave={(id) => {
          const row = rows.find((row) => row.id === id);
          if (row) void take(meeting.id, row);
          else editMeeting(meeting.id, (one) => ({ ...one, planned: null }));
        }}
      />
      {offered && words && !meeting.protocol?.signed && (
        <div class="meet__offer">
          <p class="hint">
            {chosen
              ? `В плане есть: ${words}.`
              : `В плане на это время: «${offered.topic.trim() || "без темы"}». Можно взять оттуда: ${words}.`}
          </p>
          <Button
            sign="plan"
            onClick={() => {
              void take(meeting.id, offered);
              focusWhenThere(field);
            }}
          >
            Взять из плана
          </Button>
        </div>
      )}
    </>
  );
}

/**
 * @param {PlannedMeeting} row
 * @param {number} at
 * @param {Meeting} meeting
 */
function named(row, at, meeting) {
  const held = allOf("meeting").find((one) => one.id !== meeting.id && one.planned === row.id);
  const number = held?.protocol?.number;
  return [
    `${at + 1}. ${row.topic.trim() || "без темы"}`,
    termWords(row.term),
    held && (number ? `уже протокол №${NBSP}${number}` : "уже внесено"),
  ]
    .filter(Boolean)
    .join(", ");
}

/**
 * @param {string} id
 * @param {PlannedMeeting} row
 */
function take(id, row) {
  flushFields();
  const then = oneOf("meeting", id);
  const count = then ? broughtBy(row, then).questions.length : 0;
  return withNewIds(count, (ids) => {
    const now = oneOf("meeting", id);
    if (!now) return;
    const brought = broughtBy(row, now);
    const words = broughtWords(brought);
    editMeeting(id, (one) => {
      const next = { ...one, ...brought.fields, planned: row.id };
      if (brought.questions.length === 0) return next;
      const protocol = one.protocol ?? emptyProtocol(nextNumber(one.school_year));
      const items = brought.questions.map((question, at) => ({
        ...emptyItem(ids[at] ?? "", question.text),
        reporters: reportersOf(question),
      }));
      return { ...next, protocol: { ...protocol, items } };
    });
    if (!words) return;
    notify({
      text: `Из плана взято: ${words}.`,
      action: "Отменить",
      act: () =>
        editMeeting(id, (one) => ({
          ...one,
          planned: now.planned,
          topic: backed(one.topic, brought.fields.topic, now.topic),
          venue: backed(one.venue, brought.fields.venue, now.venue),
          mode: backed(one.mode, brought.fields.mode, now.mode),
          mode_note: backed(one.mode_note, brought.fields.mode_note, now.mode_note),
          protocol: one.protocol && {
            ...one.protocol,
            // A question that has been written into meanwhile stays.
            items: one.protocol.items.filter(
              (item) => !ids.includes(item.id) || item.heard || item.decisions.length > 0,
            ),
          },
        })),
    });
  });
}

/**
 * What stood there before, unless it was changed since.
 *
 * @template T
 * @param {T} now
 * @param {T | undefined} brought
 * @param {T} then
 */
const backed = (now, brought, then) => (brought !== undefined && now === brought ? then : now);
