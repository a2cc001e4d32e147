/** @import {Meeting} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { today } from "../../state/file.js";
import { readDateHere } from "../../state/reading.js";
import { removeRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { schoolYearOf } from "../../words/dates.js";
import { AttachedFiles } from "../../features/files/AttachedFiles.jsx";
import { SignedScans } from "../../features/scans/SignedScans.jsx";
import { choiceGoesOn, enterGoesOn } from "../../components/field/enter-goes-on.js";
import { AttendanceList } from "./AttendanceList.jsx";
import { editMeeting, moveToYear, READY } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { ProtocolNumber } from "./MeetingFields.jsx";
import { attendanceOf } from "../../features/meeting-parts/parts.js";
import { rosterOn, withRole } from "../../state/members.js";
import { withinYear } from "../../words/dates.js";
import { peopleOn, useSteady } from "./people.js";
import { Signed } from "./Signed.jsx";

/**
 * A protocol that is there already, on paper or in a file: its date, number, who was present and the scan are
 * enough. Questions may be written later or never.
 *
 * @param {{meeting: Meeting, onFromWord: () => void}} props `onFromWord` reads all of it from a file of Word instead
 */
export function ReadyProtocol({ meeting, onFromWord }) {
  const people = useSteady(peopleOn(meeting.date));
  const signed = Boolean(meeting.protocol?.signed);

  /** @param {string} date */
  function keepDate(date) {
    const roster = rosterOn(date);
    editMeeting(meeting.id, (one) => ({
      ...one,
      date,
      status: "held",
      attendance: attendanceOf(one.attendance, roster),
      chair: withRole("leader", date) ?? one.chair,
      secretary: withRole("secretary", date) ?? one.secretary,
    }));
    if (!withinYear(date, meeting.school_year)) moveToYear(meeting.id, schoolYearOf(date), READY);
  }
  async function remove() {
    if (!(await removeRecord(meeting.id))) return;
    go(href("meetings"));
    focusWhenThere("meeting-title");
  }
  return (
    <div class="page meet__ready" onKeyDown={enterGoesOn} onMouseDown={choiceGoesOn}>
      <h1 id="meeting-title" tabIndex={-1}>
        Готовый протокол
      </h1>
      <p class="soft">
        Достаточно даты, номера, отметок о присутствии и скана или файла Word. Вопросы можно внести
        потом или не вносить.
      </p>
      {!meeting.protocol?.items.length && !signed && (
        <p class="rowp">
          <Button sign="documents" onClick={onFromWord}>
            Взять из файла Word…
          </Button>
          <span class="small soft">
            Если протокол набран в Word, программа сама найдёт в нём повестку, выступления и
            решения.
          </span>
        </p>
      )}
      <fieldset class="meet__record" disabled={signed} aria-label="Готовый протокол">
        <section class="fields" aria-label="О заседании">
          <DateField
            id={`${meeting.id}-date`}
            span={8}
            label="Дата заседания"
            value={meeting.date}
            read={readDateHere}
            required="У протокола должна быть дата."
            wrong={
              meeting.date > today.value
                ? "Этот день ещё не наступил. Впишите день, когда заседание было."
                : null
            }
            onSave={(date) => date && keepDate(date)}
          />
          <ProtocolNumber meeting={meeting} />
          <TextArea
            id={`${meeting.id}-topic`}
            line
            label="Тема заседания (необязательно)"
            value={meeting.topic}
            onSave={(topic) => editMeeting(meeting.id, (one) => ({ ...one, topic }))}
          />
        </section>
        <AttendanceList meeting={meeting} people={people} signed={signed} />
      </fieldset>
      <SignedScans key={meeting.id} meeting={meeting} />
      <AttachedFiles key={`files-${meeting.id}`} of={meeting.id} title="Файл Word и другие файлы" />
      <section>
        <Signed meeting={meeting} />
        <p class="rowp mt-3">
          <Button
            look="main"
            sign="check"
            onClick={() => {
              go(href("meetings", meeting.id));
              focusWhenThere("meeting-title");
            }}
          >
            Готово
          </Button>
          <Button look="quiet" sign="bin" onClick={() => void remove()}>
            Не вносить
          </Button>
        </p>
      </section>
    </div>
  );
}
