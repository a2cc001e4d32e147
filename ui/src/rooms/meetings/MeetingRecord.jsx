/** @import {Meeting} from "../../api/types/records" */
/** @import {PaperKind} from "../../api/types/commands" */
import { Button } from "../../components/button/Button.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { Status } from "../../components/status/Status.jsx";
import { History } from "../../features/history/History.jsx";
import { today } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { removeRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { daysBetween, NBSP } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";
import { AttachedFiles } from "../../features/files/AttachedFiles.jsx";
import { SignedScans } from "../../features/scans/SignedScans.jsx";
import { choiceGoesOn, enterGoesOn } from "../../components/field/enter-goes-on.js";
import { Agenda } from "./Agenda.jsx";
import { standing } from "./standing.js";
import { Annexes } from "./Annexes.jsx";
import { AsBefore } from "./AsBefore.jsx";
import { AttendanceList } from "./AttendanceList.jsx";
import { Corrections } from "./Corrections.jsx";
import { editMeeting } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { goesOn, goToAgenda } from "./go-on.js";
import { Guests } from "./Guests.jsx";
import { MeetingFields } from "./MeetingFields.jsx";
import { peopleOn, schools, useSteady } from "./people.js";
import { Signed } from "./Signed.jsx";
import { Way } from "./Way.jsx";

/** Where the focus goes when the thing that held it is gone. */
const TITLE = "meeting-title";

/**
 * One meeting with its protocol. A signed protocol is read, not changed, until the mark is taken off: the
 * paper that people signed must not differ from the record.
 *
 * @param {{meeting: Meeting, place: string, paper: PaperKind, showsPaper: boolean, onShowPaper: () => void,
 *   onPaper: (kind: PaperKind) => void}} props `paper` is the one that lies beside
 */
export function MeetingRecord({ meeting, place, paper, showsPaper, onShowPaper, onPaper }) {
  const people = useSteady(peopleOn(meeting.date));
  const organisations = useSteady(schools());
  const signed = Boolean(meeting.protocol?.signed);

  async function remove() {
    if (!(await removeRecord(meeting.id))) return;
    go(href("meetings"));
    focusWhenThere(TITLE);
  }
  function cancel() {
    flushFields();
    const { status } = meeting;
    const put = (/** @type {Meeting["status"]} */ next) =>
      editMeeting(meeting.id, (one) => ({ ...one, status: next }));
    put("cancelled");
    focusWhenThere(TITLE);
    notify({ text: "Заседание отменено.", action: "Вернуть", act: () => put(status) });
  }

  return (
    <div class="trio__form" onKeyDown={enterGoesOn} onMouseDown={choiceGoesOn}>
      <div class="head stay">
        <div>
          <h1 id={TITLE} tabIndex={-1}>
            {title(meeting)}
          </h1>
          {!signed && <Standing meeting={meeting} />}
        </div>
        <div class="head__act only-narrow">
          <Button sign={showsPaper ? "back" : "sheet"} onClick={onShowPaper}>
            {showsPaper ? "Вернуться к записи" : "Как напечатается"}
          </Button>
        </div>
      </div>
      {meeting.status !== "cancelled" && <Way meeting={meeting} paper={paper} onPaper={onPaper} />}
      <Signed meeting={meeting} />
      {!signed && <AsBefore meeting={meeting} />}
      <fieldset
        class="meet__record"
        disabled={signed}
        aria-label="Запись заседания"
        onKeyDown={(event) => {
          // A question has taken its own keys before; an annex comes after all of them.
          const row = event.target instanceof Element && event.target.closest("[data-row]");
          if (!row && !event.defaultPrevented && goesOn(event)) goToAgenda(event, meeting.id);
        }}
      >
        <MeetingFields meeting={meeting} people={people} />
        <AttendanceList meeting={meeting} people={people} signed={signed} />
        {!(signed && meeting.guests.length === 0 && !meeting.guests_in_words) && (
          <Guests meeting={meeting} />
        )}
        <Agenda
          meeting={meeting}
          people={people}
          schools={organisations}
          place={place}
          signed={signed}
        />
        <Annexes meeting={meeting} signed={signed} />
      </fieldset>
      <Corrections meeting={meeting} />
      {meeting.status === "held" && <SignedScans key={meeting.id} meeting={meeting} />}
      <AttachedFiles key={`files-${meeting.id}`} of={meeting.id} title="Файлы заседания" />
      <History
        key={`history-${meeting.id}`}
        of={meeting.id}
        fixed={
          signed
            ? "Протокол подписан. Чтобы вернуть прежний текст, снимите отметку «Подписан»."
            : ""
        }
      />
      <section class="meet__item" aria-label="Отмена и удаление">
        <div class="meet__adds">
          {!signed && meeting.status !== "cancelled" && (
            <Button look="quiet" sign="close" onClick={cancel}>
              Отменить заседание
            </Button>
          )}
          <Button look="quiet" sign="bin" onClick={() => void remove()}>
            Удалить заседание
          </Button>
        </div>
        <p class="hint">
          Отменённое остаётся в списке с пометкой «отменено», удалённое можно вернуть из корзины.
        </p>
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
  const { kind, word, state } = standing(meeting.id);
  const passed = daysBetween(meeting.last_day ?? meeting.date, today.value);
  const since =
    state === "unsigned" && passed > 0 ? `, прошло ${counted(passed, "день", "дня", "дней")}` : "";
  return (
    <p>
      <Status kind={kind}>{`${word.charAt(0).toUpperCase()}${word.slice(1)}${since}`}</Status>
    </p>
  );
}
