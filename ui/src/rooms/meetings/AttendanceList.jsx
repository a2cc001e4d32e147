/** @import {Attendance} from "../../api/types/Attendance" */
/** @import {Meeting} from "../../api/types/Meeting" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { Button } from "../../components/button/Button.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { allOf } from "../../state/records.js";
import { editMeeting } from "./edit.js";
import { attendanceOf, isPresent, membersOn, PRESENT } from "./parts.js";
import { PartlyPresent } from "./PartlyPresent.jsx";
import { nameOf } from "./people.js";

/**
 * Who was there: everyone at first, then those absent are unticked and the reason stands beside the name.
 *
 * @param {{meeting: Meeting, people: Someone[], signed: boolean}} props
 */
export function AttendanceList({ meeting, people, signed }) {
  const { attendance } = meeting;
  const present = attendance.filter(isPresent).length;
  const roster = membersOn(allOf("membership"), meeting.date).map((one) => one.person);

  /** @param {(attendance: Attendance[]) => Attendance[]} change */
  const edit = (change) =>
    editMeeting(meeting.id, (one) => ({ ...one, attendance: change(one.attendance) }));
  /** @param {string} person @param {Attendance["presence"]} presence */
  const mark = (person, presence) =>
    edit((all) => all.map((one) => (one.person === person ? { person, presence } : one)));

  return (
    <section aria-labelledby="meeting-attendance">
      <div class="bar2">
        <h2 id="meeting-attendance">
          {attendance.length > 0
            ? `Присутствовали ${present} из ${attendance.length}`
            : "Присутствовали"}
        </h2>
        {present < attendance.length && (
          <Button
            sign="check"
            onClick={() =>
              edit((all) =>
                all.map((one) => (isPresent(one) ? one : { ...one, presence: PRESENT })),
              )
            }
          >
            Все присутствуют
          </Button>
        )}
      </div>
      <ul class="meet__roll">
        {attendance.map(({ person, presence }) => {
          const name = nameOf(people, person) || "нет в составе";
          return (
            <li key={person}>
              <Tick
                checked={"present" in presence}
                onChange={(there) => mark(person, there ? PRESENT : { absent: { reason: "" } })}
              >
                {name}
              </Tick>
              {"absent" in presence && (
                <TextField
                  label={
                    <>
                      Причина<span class="hidden">, почему не было: {name}</span>
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
      <PartlyPresent meeting={meeting} people={people} signed={signed} onMark={mark} />
      <RosterOfTheDay
        listed={attendance.map((one) => one.person)}
        roster={roster}
        people={people}
        onTake={() => edit((all) => attendanceOf(all, roster))}
      />
    </section>
  );
}

/**
 * The list is made from the roster of the day; when the day or the roster changed since, it can be taken anew.
 *
 * @param {{listed: string[], roster: string[], people: Someone[], onTake: () => void}} props
 */
function RosterOfTheDay({ listed, roster, people, onTake }) {
  const names = (/** @type {string[]} */ ids) => ids.map((id) => nameOf(people, id)).join(", ");
  const missing = roster.filter((id) => !listed.includes(id));
  const extra = listed.filter((id) => !roster.includes(id));
  if (missing.length === 0 && extra.length === 0) return null;
  if (roster.length === 0)
    return <p class="hint">На дату заседания в составе никого нет: проверьте дату или состав.</p>;
  return (
    <div class="mt-2">
      <p class="hint">
        {missing.length > 0 && `Есть в составе, нет в списке: ${names(missing)}. `}
        {extra.length > 0 && `Есть в списке, но не в составе на эту дату: ${names(extra)}.`}
      </p>
      <Button look="quiet" sign="people" flush onClick={onTake}>
        Взять состав на дату заседания
      </Button>
    </div>
  );
}
