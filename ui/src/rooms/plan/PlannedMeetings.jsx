/** @import {Plan, PlannedMeeting} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { ClauseLink } from "../../features/clauses/ClauseLink.jsx";
import { readTermIn } from "../../state/reading.js";
import { Button } from "../../components/button/Button.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { today } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { Answering } from "../../features/answering/Answering.jsx";
import { change, withPart } from "../../features/record-parts/change.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { focusField } from "../../components/field/focus-field.js";
import { PlannedQuestions } from "./PlannedQuestions.jsx";

/** @param {{plan: Plan}} props */
export function PlannedMeetings({ plan }) {
  const { id, meetings } = plan;
  async function add() {
    const [meeting = ""] = await newIds(1);
    change("plan", id, (now) => ({
      meetings: [
        ...now.meetings,
        {
          id: meeting,
          topic: "",
          questions: [],
          form: "",
          term: null,
          time: "",
          venue: "",
          responsible: [],
          responsible_in_words: "",
          expected: "",
        },
      ],
    }));
    focusField(`planned-${meeting}`);
  }
  return (
    <section>
      <h2>Заседания по плану</h2>
      <p class="mt-1 soft">
        Не реже одного раза в полугодие (<ClauseLink number="4.5" />
        ).
      </p>
      {meetings.map((meeting, at) => (
        <fieldset key={meeting.id} class="mt-3 part">
          <legend class="label">
            <b>Заседание {at + 1}</b>
          </legend>
          <MeetingFields plan={plan} meeting={meeting} />
          <Button
            look="quiet"
            flush
            sign="bin"
            onClick={() =>
              dropPart("plan", id, "meetings", at, "Заседание удалено из плана.", "add-planned")
            }
          >
            <span>
              Удалить<span class="hidden"> заседание {at + 1} из плана</span>
            </span>
          </Button>
        </fieldset>
      ))}
      <p class="mt-2">
        <Button id="add-planned" look="quiet" flush sign="plus" onClick={() => void add()}>
          Добавить заседание
        </Button>
      </p>
    </section>
  );
}

/** @param {{plan: Plan, meeting: PlannedMeeting}} props */
function MeetingFields({ plan, meeting }) {
  /** @param {Partial<PlannedMeeting>} what */
  const save = (what) =>
    change("plan", plan.id, (now) => ({
      meetings: withPart(
        now.meetings,
        now.meetings.findIndex((one) => one.id === meeting.id),
        what,
      ),
    }));
  return (
    <div class="fields">
      <TextArea
        id={`planned-${meeting.id}`}
        label="Тема"
        value={meeting.topic}
        onSave={(topic) => save({ topic })}
      />
      <TermField
        span={6}
        label="Срок"
        value={meeting.term}
        read={(typed) => readTermIn(typed, plan.school_year)}
        onSave={(term) => save({ term })}
      />
      <TextField
        span={6}
        label="Время (необязательно)"
        value={meeting.time}
        onSave={(time) => save({ time })}
      />
      <PlannedQuestions
        meeting={meeting}
        onChange={(what) =>
          change("plan", plan.id, (now) => ({
            meetings: now.meetings.map((one) =>
              one.id === meeting.id ? { ...one, questions: what(one.questions) } : one,
            ),
          }))
        }
      />
      <TextField
        span={6}
        label="Форма (необязательно)"
        value={meeting.form}
        onSave={(form) => save({ form })}
      />
      <TextField
        span={6}
        label="Где (необязательно)"
        value={meeting.venue}
        onSave={(venue) => save({ venue })}
      />
      <Answering
        label="Ответственный, первые буквы"
        wordsLabel="Ответственный словами"
        answers={{ people: meeting.responsible, words: meeting.responsible_in_words }}
        people={pickable(today.value, meeting.responsible)}
        onSave={({ people, words }) =>
          save({
            ...(people && { responsible: people }),
            ...(words !== undefined && { responsible_in_words: words }),
          })
        }
      />
      <TextArea
        label="Ожидаемый результат"
        value={meeting.expected}
        onSave={(expected) => save({ expected })}
      />
    </div>
  );
}
