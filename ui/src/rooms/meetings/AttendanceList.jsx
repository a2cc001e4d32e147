/** @import {Attendance, Meeting} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { Button } from "../../components/button/Button.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { today } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { longDate } from "../../words/dates.js";
import { editMeeting } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { attendanceOf, isPresent, PRESENT } from "../../features/meeting-parts/parts.js";
import { rosterOn } from "../../state/members.js";
import { PartlyPresent } from "./PartlyPresent.jsx";
import { nameOf } from "./people.js";
import { Turnout } from "./Turnout.jsx";

/**
 * Who was there: everyone at first, then those absent are unticked and the reason stands beside the name.
 *
 * @param {{meeting: Meeting, people: Someone[], signed: boolean}} props
 */
export function AttendanceList({ meeting, people, signed }) {
  const { attendance } = meeting;
  const present = attendance.filter(isPresent).length;
  const roster = rosterOn(meeting.date);

  /** @param {(attendance: Attendance[]) => Attendance[]} change */
  const edit = (change) =>
    editMeeting(meeting.id, (one) => ({ ...one, attendance: change(one.attendance) }));
  /** @param {string} person @param {Attendance["presence"]} presence */
  const mark = (person, presence) =>
    edit((all) => all.map((one) => (one.person === person ? { person, presence } : one)));

  const reason = (/** @type {string} */ person) => `${meeting.id}-reason-${person}`;

  /**
   * @param {string} person
   * @param {boolean} there
   */
  function tick(person, there) {
    mark(person, there ? PRESENT : { absent: { reason: "" } });
    // The names stay under the mouse: the reason stands beside its own and takes the letters.
    if (!there) focusWhenThere(reason(person), { still: true });
  }
  function allPresent() {
    flushFields();
    edit((all) => all.map((one) => (isPresent(one) ? one : { ...one, presence: PRESENT })));
    focusWhenThere("meeting-attendance");
  }

  /** The names go and the number stays, for a list that nobody kept. */
  function numberOnly() {
    flushFields();
    const { attendance: listed, present_count, members_count } = meeting;
    const put = (/** @type {Partial<Meeting>} */ patch) =>
      editMeeting(meeting.id, (one) => ({ ...one, ...patch }));
    put({ attendance: [], present_count: present, members_count: listed.length });
    focusWhenThere(`${meeting.id}-present`, { whole: true });
    notify({
      text: "Список убран, осталось число.",
      action: "Вернуть",
      act: () => put({ attendance: listed, present_count, members_count }),
    });
  }

  return (
    <section class="meet__attended" aria-labelledby="meeting-attendance" data-place="people">
      <h2 id="meeting-attendance" tabIndex={-1}>
        {attendance.length > 0
          ? `Присутствовали ${present} из ${attendance.length}`
          : "Присутствовали"}
      </h2>
      <ul class="meet__roll">
        {attendance.map(({ person, presence }) => {
          const name = nameOf(people, person) || "нет в составе";
          return (
            <li key={person}>
              <Tick checked={"present" in presence} onChange={(there) => tick(person, there)}>
                {name}
              </Tick>
              {"absent" in presence && (
                <TextField
                  id={reason(person)}
                  label={
                    <>
                      Причина, <b>{name}</b>
                    </>
                  }
                  value={presence.absent.reason}
                  onSave={(reason) => mark(person, { absent: { reason } })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {present < attendance.length && !signed && (
        // After the names in the order of writing, beside the heading on the screen.
        <Button sign="check" onClick={allPresent}>
          Все присутствуют
        </Button>
      )}
      {attendance.length === 0 && <Turnout meeting={meeting} />}
      <PartlyPresent meeting={meeting} people={people} signed={signed} onMark={mark} />
      {!signed && attendance.length > 0 && (
        <Button look="quiet" flush onClick={numberOnly}>
          Известно только число
        </Button>
      )}
      {!signed && (
        <RosterOfTheDay
          listed={attendance.map((member) => member.person)}
          roster={roster}
          now={rosterOn(today.value)}
          people={people}
          on={meeting.date}
          onTake={(of) => {
            edit((all) => attendanceOf(all, of));
            focusWhenThere("meeting-attendance");
          }}
        />
      )}
    </section>
  );
}

/**
 * The list is made from the roster of the day; when the day or the roster changed since, it can be taken anew. A day
 * before anybody is known to have been a member says so, and those of today may be taken in their place.
 *
 * @param {{listed: string[], roster: string[], now: string[], people: Someone[], on: string,
 *   onTake: (people: string[]) => void}} props
 */
function RosterOfTheDay({ listed, roster, now, people, on, onTake }) {
  const names = (/** @type {string[]} */ ids) => ids.map((id) => nameOf(people, id)).join(", ");
  const missing = roster.filter((id) => !listed.includes(id));
  const extra = listed.filter((id) => !roster.includes(id));
  if (roster.length === 0) {
    const others = now.some((id) => !listed.includes(id));
    return (
      <div class="mt-2">
        <p class="hint">
          На {longDate(on)} в составе никого нет: проверьте дату заседания и то, с какого дня
          участники в составе.
        </p>
        {others && (
          <Button look="quiet" sign="people" flush onClick={() => onTake([...listed, ...now])}>
            Взять нынешний состав
          </Button>
        )}
      </div>
    );
  }
  if (missing.length === 0 && extra.length === 0) return null;
  return (
    <div class="mt-2">
      <p class="hint">
        {missing.length > 0 && `Есть в составе, нет в списке: ${names(missing)}. `}
        {extra.length > 0 && `Есть в списке, но не в составе на эту дату: ${names(extra)}.`}
      </p>
      <Button look="quiet" sign="people" flush onClick={() => onTake(roster)}>
        Взять состав на дату заседания
      </Button>
    </div>
  );
}
