/** @import {Plan, PlannedMeeting} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { readTermIn } from "../../state/reading.js";
import { Button } from "../../components/button/Button.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { PeopleField } from "../../components/menu/PeopleField.jsx";
import { today } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { pointsOf } from "../../words/points.js";
import { change, withPart } from "../../features/record-parts/change.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { focusField } from "../../components/field/focus-field.js";

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
          venue: "",
          responsible: [],
          expected: "",
        },
      ],
    }));
    focusField(`planned-${meeting}`);
  }
  return (
    <section>
      <h2>Заседания по плану</h2>
      <p class="mt-1 soft">Не реже одного раза в полугодие (п.&nbsp;4.5).</p>
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
        label="Форма (необязательно)"
        value={meeting.form}
        onSave={(form) => save({ form })}
      />
      <div onPaste={pasteQuestions}>
        <TextArea
          label="Вопросы, каждый с новой строки"
          value={meeting.questions.join("\n")}
          onSave={(text) => save({ questions: questionsOf(text) })}
        />
      </div>
      <TextField
        label="Где (необязательно)"
        value={meeting.venue}
        onSave={(venue) => save({ venue })}
      />
      <PeopleField
        label="Ответственный, первые буквы"
        another="ещё один"
        value={meeting.responsible}
        people={pickable(today.value, meeting.responsible)}
        onSave={(responsible) => save({ responsible })}
      />
      <TextField
        prose
        label="Ожидаемый результат"
        value={meeting.expected}
        onSave={(expected) => save({ expected })}
      />
    </div>
  );
}

/**
 * A numbered list gives a line for each question, without its numbers: the paper has its own.
 *
 * @param {ClipboardEvent} event
 */
function pasteQuestions(event) {
  const points = pointsOf(event.clipboardData?.getData("text/plain") ?? "");
  if (!points) return;
  event.preventDefault();
  // The field's own way, so that Ctrl+Z takes it back.
  document.execCommand("insertText", false, points.join("\n"));
}

/**
 * One question from each line. Lines stay as they are being typed: an empty last line is the beginning of the
 * next question.
 *
 * @param {string} text
 */
function questionsOf(text) {
  return text === "" ? [] : text.split("\n");
}
