/** @import {Activity, Meeting} from "../../api/types/records" */
/** @import {Placed} from "./proving.js" */
import { PeopleField } from "../../components/menu/PeopleField.jsx";
import { allOf, oneOf } from "../../state/records.js";
import { href } from "../../state/route.js";
import { longDate, NBSP, shortDate } from "../../words/dates.js";
import { decisionsToPick, placed } from "./proving.js";

/**
 * The meetings that a row stands for or that prove it and the decisions that do, with the ways to them.
 *
 * @param {{activity: Activity, year: number, save: (what: Partial<Activity>) => void}} props
 */
export function Proof({ activity, year, save }) {
  const { community, meetings, decisions } = activity;
  const all = placed(allOf("meeting"));
  const toPick = decisionsToPick(all, decisions, { community, year });
  const named = all.filter(({ decision }) => decisions.includes(decision.id));
  return (
    <section>
      <h2>Чем подтверждается</h2>
      <div class="mt-2 fields">
        <PeopleField
          label="Заседание и его протокол, число или слово из темы"
          another="ещё одно"
          gone="заседание удалено"
          value={meetings}
          people={meetingsOf(activity, year)}
          onSave={(chosen) => save({ meetings: chosen })}
        />
        {(toPick.length > 0 || decisions.length > 0) && (
          <PeopleField
            label="Решение, номер протокола или слово из решения"
            another="ещё одно"
            gone="решение удалено"
            value={decisions}
            people={toPick}
            onSave={(chosen) => save({ decisions: chosen })}
          />
        )}
        <Ways meetings={meetings} decisions={named} />
      </div>
    </section>
  );
}

/**
 * Ways to the protocols of the meetings that are named, and to the places of the decisions in them.
 *
 * @param {{meetings: string[], decisions: Placed[]}} props
 */
function Ways({ meetings, decisions }) {
  const there = meetings.flatMap((id) => oneOf("meeting", id) ?? []);
  const ways = [
    ...there.map((meeting) => ({
      to: href("meetings", meeting.id),
      words: `заседание ${longDate(meeting.date)}`,
    })),
    ...decisions.map(({ meeting, decision, place }) => ({
      to: href("meetings", meeting.id, decision.id),
      words: meeting.protocol?.number ? `протокол ${place}` : place,
    })),
  ];
  if (ways.length === 0) return null;
  return (
    <p>
      Открыть:{" "}
      {ways.map(({ to, words }, at) => (
        <span key={to}>
          {at > 0 && ", "}
          <a href={to}>{words}</a>
        </span>
      ))}
    </p>
  );
}

/**
 * Meetings of the plan's school year, and those already named.
 *
 * @param {Activity} activity
 * @param {number} year
 */
function meetingsOf({ community, meetings }, year) {
  /** @param {Meeting} one */
  const here = (one) => one.community === community && one.school_year === year;
  return allOf("meeting")
    .filter((meeting) => here(meeting) || meetings.includes(meeting.id))
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((meeting) => {
      const number = meeting.protocol?.number;
      const name = number
        ? `${longDate(meeting.date)}, протокол №${NBSP}${number}`
        : longDate(meeting.date);
      return {
        id: meeting.id,
        name,
        full: `${name} ${shortDate(meeting.date)} ${meeting.topic}`,
        soft: meeting.topic,
      };
    });
}
