/** @import {Meeting, MeetingMode} from "../../api/types/records" */
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { TimeField } from "../../components/field/TimeField.jsx";
import { Icon } from "../../components/icon/Icon.jsx";
import { readDateHere } from "../../state/reading.js";
import { allOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { longDate, NBSP } from "../../words/dates.js";
import { editMeeting, editProtocol } from "./edit.js";
import { choicesOf } from "../../words/choices.js";

/** @type {{value: MeetingMode | "", label: string}[]} */
const MODES = [{ value: "", label: "не указана" }, ...choicesOf("meeting", "mode")];

/**
 * What the protocol may say of a meeting and need not: folded until it is wanted.
 *
 * @param {{meeting: Meeting}} props
 */
export function MoreFields({ meeting }) {
  /** @param {Partial<Meeting>} patch */
  const keep = (patch) => editMeeting(meeting.id, (one) => ({ ...one, ...patch }));
  return (
    <details class="meet__more">
      <summary>
        <span>
          <b>Ещё о заседании</b>
          <span class="soft">{gist(meeting)}</span>
        </span>
        <Icon sign="down" />
      </summary>
      <div class="fields mt-2">
        <RowsOfPlan meeting={meeting} />
        <TimeField
          span={6}
          label="Окончание"
          hint="Напечатается в протоколе"
          value={meeting.ends}
          wrong={
            meeting.begins && meeting.ends && !meeting.last_day && meeting.ends <= meeting.begins
              ? "Окончание раньше начала. Проверьте время."
              : null
          }
          onSave={(ends) => keep({ ends })}
        />
        <DateField
          span={6}
          label="Последний день"
          value={meeting.last_day}
          read={readDateHere}
          hint="Если дней несколько."
          wrong={
            meeting.last_day && meeting.last_day < meeting.date
              ? "Последний день раньше первого. Проверьте обе даты."
              : null
          }
          onSave={(last_day) => keep({ last_day })}
        />
        <TextField
          span={6}
          label="Населённый пункт"
          value={meeting.place}
          hint="Если не тот, что в настройках."
          onSave={(place) => keep({ place })}
        />
        <Choice
          span={6}
          label="Форма"
          value={meeting.mode ?? ""}
          options={MODES}
          onSave={(mode) => keep({ mode: /** @type {MeetingMode} */ (mode) || null })}
        />
        <TextField
          span={6}
          label="Уточнение формы"
          value={meeting.mode_note}
          onSave={(mode_note) => keep({ mode_note })}
        />
        <TextArea
          label="Кворум"
          value={meeting.protocol?.quorum ?? ""}
          hint="Как напечатать, например: «имеется, присутствует более половины»."
          onSave={(quorum) => editProtocol(meeting.id, (protocol) => ({ ...protocol, quorum }))}
        />
      </div>
    </details>
  );
}

/** @param {Meeting} meeting */
function gist(meeting) {
  const { ends, last_day, mode, mode_note, place } = meeting;
  const said = [
    ends && `до${NBSP}${ends}`,
    last_day && `по ${longDate(last_day)}`,
    place,
    mode && MODES.find((one) => one.value === mode)?.label,
    mode_note,
    meeting.protocol?.quorum && "кворум указан",
  ].filter(Boolean);
  return said.length > 0 ? said.join(", ") : "окончание, несколько дней, форма, кворум";
}

/**
 * Rows of the plan that name this meeting: what it was held for, or what it proves.
 *
 * @param {{meeting: Meeting}} props
 */
function RowsOfPlan({ meeting }) {
  const rows = allOf("activity").filter((activity) => activity.meetings.includes(meeting.id));
  if (rows.length === 0) return null;
  return (
    <p>
      {rows.length > 1 ? "Мероприятия плана" : "Мероприятие плана"}:{" "}
      {rows.map(({ id, text }, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <a href={href("plan", id)}>{text.trim() || "без названия"}</a>
        </span>
      ))}
    </p>
  );
}
