/** @import {Meeting} from "../../api/types/Meeting" */
import { Button } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { today } from "../../state/file.js";
import { removeRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { daysBetween, NBSP } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { Agenda } from "./Agenda.jsx";
import { AttendanceList } from "./AttendanceList.jsx";
import { Guests } from "./Guests.jsx";
import { MeetingFields } from "./MeetingFields.jsx";
import { standing } from "./parts.js";
import { peopleOn, schools, useSteady } from "./people.js";
import { Signed } from "./Signed.jsx";

/**
 * One meeting with its protocol. A signed protocol is read, not changed, until the mark is taken off: the
 * paper that people signed must not differ from the record.
 *
 * @param {{meeting: Meeting, place: string, showsPaper: boolean, onShowPaper: () => void}} props
 */
export function MeetingRecord({ meeting, place, showsPaper, onShowPaper }) {
  const people = useSteady(peopleOn(meeting.date));
  const organisations = useSteady(schools());
  const signed = Boolean(meeting.protocol?.signed);

  async function remove() {
    if (await removeRecord(meeting.id)) go(href("meetings"));
  }

  return (
    <div class="trio__form">
      <div class="head stay">
        <div>
          <h1>{title(meeting)}</h1>
          {!signed && <Standing meeting={meeting} />}
        </div>
        <div class="head__act only-narrow">
          <Button sign={showsPaper ? "back" : "sheet"} onClick={onShowPaper}>
            {showsPaper ? "Вернуться к записи" : "Как напечатается"}
          </Button>
        </div>
      </div>
      <Signed meeting={meeting} />
      <fieldset class="meet__record" disabled={signed} aria-label="Запись заседания">
        <MeetingFields meeting={meeting} people={people} />
        <AttendanceList meeting={meeting} people={people} />
        {!(signed && meeting.guests.length === 0) && <Guests meeting={meeting} />}
        <Agenda
          meeting={meeting}
          people={people}
          schools={organisations}
          place={place}
          signed={signed}
        />
      </fieldset>
      <section class="meet__item">
        <Button look="quiet" sign="bin" flush onClick={() => void remove()}>
          Удалить заседание
        </Button>
      </section>
    </div>
  );
}

/** @param {Meeting} meeting */
function title(meeting) {
  const number = meeting.protocol?.number;
  const what = meeting.status === "held" && meeting.protocol ? "Протокол" : "Заседание";
  return number ? `${what} №${NBSP}${number}` : what;
}

/** @param {{meeting: Meeting}} props */
function Standing({ meeting }) {
  const { kind, word } = standing(meeting, today.value);
  const passed = daysBetween(meeting.last_day ?? meeting.date, today.value);
  const since =
    word === "не подписан" && passed > 0
      ? `, прошло ${counted(passed, "день", "дня", "дней")}`
      : "";
  return (
    <p>
      <Status kind={kind}>{`${word.charAt(0).toUpperCase()}${word.slice(1)}${since}`}</Status>
    </p>
  );
}
