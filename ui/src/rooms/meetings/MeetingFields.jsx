/** @import {Meeting, MeetingStatus} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { TimeField } from "../../components/field/TimeField.jsx";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { today } from "../../state/file.js";
import { readDateHere } from "../../state/reading.js";
import { derivedOf } from "../../state/derived.js";
import { NBSP, schoolYearName, schoolYearOf } from "../../words/dates.js";
import { editMeeting, editProtocol, moveToYear } from "./edit.js";
import { MoreFields } from "./MoreFields.jsx";
import { NumberField } from "./NumberField.jsx";
import { PlannedChoice } from "./PlannedChoice.jsx";
import { pasteAgenda } from "./several.js";
import { choicesOf } from "../../words/choices.js";

/** @type {{value: MeetingStatus, label: string}[]} */
const STATUSES = choicesOf("meeting", "status");

/**
 * When, where and under whom: what every protocol says stays in sight, the rest unfolds.
 *
 * @param {{meeting: Meeting, people: Someone[]}} props
 */
export function MeetingFields({ meeting, people }) {
  /** @param {Partial<Meeting>} patch */
  const keep = (patch) => editMeeting(meeting.id, (one) => ({ ...one, ...patch }));
  const isHeld = meeting.status === "held";
  return (
    <section
      class="fields"
      aria-label="О заседании"
      data-place="head"
      onPaste={(event) => {
        if (event.target instanceof Element && event.target.id === `${meeting.id}-topic`)
          pasteAgenda(event, meeting.id, people);
      }}
    >
      <DateField
        span={5}
        label="Дата заседания"
        value={meeting.date}
        read={readDateHere}
        required="У заседания должна быть дата."
        onSave={(date) =>
          // What is yet to come cannot have been held.
          date && keep({ date, ...(date > today.value && isHeld && { status: "planned" }) })
        }
      />
      <TimeField
        span={3}
        label="Начало"
        value={meeting.begins}
        onSave={(begins) => keep({ begins })}
      />
      <ProtocolNumber meeting={meeting} />
      <SchoolYearChoice meeting={meeting} />
      <PlannedChoice meeting={meeting} />
      <TextArea
        id={`${meeting.id}-topic`}
        line
        label="Тема заседания"
        hint={
          meeting.protocol?.signed ? undefined : (
            <>
              <kbd>Ctrl+Enter</kbd>
              {"\u00a0"}— к вопросам
            </>
          )
        }
        value={meeting.topic}
        onSave={(topic) => keep({ topic })}
      />
      <Choice
        id={`${meeting.id}-status`}
        span={6}
        label="Состоялось ли"
        value={meeting.status}
        options={STATUSES}
        wrong={
          isHeld && meeting.date > today.value
            ? "Этот день ещё не наступил. Проверьте дату заседания."
            : null
        }
        onSave={(status) => keep({ status: /** @type {MeetingStatus} */ (status) })}
      />
      <TextField
        span={6}
        label="Место: школа"
        value={meeting.venue}
        onSave={(venue) => keep({ venue })}
      />
      <PersonField
        span={6}
        label="Председатель"
        value={meeting.chair}
        people={people}
        onSave={(chair) => keep({ chair })}
      />
      <PersonField
        span={6}
        label="Секретарь (необязательно)"
        value={meeting.secretary}
        people={people}
        onSave={(secretary) => keep({ secretary })}
      />
      <MoreFields meeting={meeting} />
    </section>
  );
}

/** @param {{meeting: Meeting}} props */
export function ProtocolNumber({ meeting }) {
  const number = meeting.protocol?.number ?? null;
  const found = derivedOf("meeting", meeting.id);
  const double = found?.number === number && found?.number_taken;
  return (
    <NumberField
      span={4}
      label="Номер"
      value={number}
      wrong={double ? `№${NBSP}${number} в этом году уже есть.` : null}
      onSave={(next) => editProtocol(meeting.id, (protocol) => ({ ...protocol, number: next }))}
    />
  );
}

/**
 * Asked where the day alone does not tell: a meeting of August may end one year or begin the next.
 *
 * @param {{meeting: Meeting}} props
 */
function SchoolYearChoice({ meeting }) {
  const { date, school_year } = meeting;
  const byDate = schoolYearOf(date);
  const august = date.slice(5, 7) === "08";
  const fits = derivedOf("meeting", meeting.id)?.in_year ?? true;
  if (!august && fits) return null;
  const years = [...new Set([school_year, byDate, ...(august ? [byDate + 1] : [])])].sort();
  return (
    <Choice
      label="Учебный год"
      hint="В августе заседание может завершать учебный год или открывать следующий."
      wrong={
        fits
          ? null
          : `Дата не входит в ${schoolYearName(school_year)} учебный год. Проверьте дату или выберите другой год.`
      }
      value={String(school_year)}
      options={years.map((year) => ({ value: String(year), label: schoolYearName(year) }))}
      onSave={(next) => {
        moveToYear(meeting.id, Number(next));
      }}
    />
  );
}
