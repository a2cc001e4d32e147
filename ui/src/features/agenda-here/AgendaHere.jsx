/** @import {Speaker} from "../../api/types/records" */
/** @import {Proposed} from "./put.js" */
/** @import {PlacedQuestion} from "./questions.js" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { DateField } from "../../components/field/DateField.jsx";
import { today } from "../../state/file.js";
import { readDateHere } from "../../state/reading.js";
import { allOf } from "../../state/records.js";
import { hrefOf } from "../../state/route.js";
import { daysAfter, longDate, NBSP } from "../../words/dates.js";
import { pointNumber } from "../../words/numbers.js";
import { putIntoAgenda } from "./put.js";
import { openFor, questionsAbout } from "./questions.js";
import "./agenda-here.css";

/** A new meeting is proposed for two weeks from now: people are told of it and can come. */
const AHEAD = 14;

const NEW = "new";

/**
 * The questions of agendas that deal with a record, with what was decided, and the way to put it into the agenda of a
 * coming meeting with one press.
 *
 * @param {{id: string, topic: string, reporter?: Speaker | null, act?: string}} props `id` is the record; `topic` is
 *   the question as an agenda says it: «О программе наставничества»; `act` is what the button says
 */
export function AgendaHere({ id, topic, reporter = null, act = "В повестку заседания" }) {
  const meetings = allOf("meeting");
  const questions = questionsAbout(meetings, id);
  return (
    <section class="agenda-here" aria-labelledby={`agenda-${id}`}>
      <h2 id={`agenda-${id}`}>На заседаниях</h2>
      {questions.length > 0 && (
        <ul class="agenda-here__list">
          {questions.map((placed) => (
            <Placed key={placed.item.id} {...placed} />
          ))}
        </ul>
      )}
      <Adding key={id} question={{ about: id, topic, reporter }} act={act} />
    </section>
  );
}

/** @param {PlacedQuestion} props */
function Placed({ meeting, item, at }) {
  const decided = item.decisions.filter(({ text }) => text.trim());
  return (
    <li>
      <a href={hrefOf("meeting", meeting.id, item.id)}>
        {meetingName(meeting)}, вопрос{NBSP}
        {at + 1}
      </a>
      <span class="agenda-here__topic">{item.topic || "Тема не указана"}</span>
      {decided.length > 0 ? (
        <ul>
          {item.decisions.map(
            ({ id, text }, point) =>
              text.trim() && (
                <li key={id}>
                  {pointNumber(at, point)} {text}
                </li>
              ),
          )}
        </ul>
      ) : (
        <span class="soft small">решений пока нет</span>
      )}
    </li>
  );
}

/** @param {{question: Proposed, act: string}} props */
function Adding({ question, act }) {
  const open = openFor(allOf("meeting"), question.about, today.value);
  const [chosen, setChosen] = useState("");
  const [date, setDate] = useState("");
  const where = open.some(({ id }) => id === chosen) ? chosen : (open[0]?.id ?? NEW);
  const place = chosen === NEW ? NEW : where;
  const day = date || daysAfter(today.value, AHEAD);
  const add = () => putIntoAgenda(place === NEW ? { date: day } : { meeting: place }, question);
  return (
    <div class="fields agenda-here__add">
      {open.length > 0 && (
        <Choice
          label="Заседание"
          span={6}
          value={place}
          options={[
            ...open.map((meeting) => ({
              value: meeting.id,
              label: [longDate(meeting.date), meeting.topic].filter(Boolean).join(", "),
            })),
            { value: NEW, label: "Новое заседание" },
          ]}
          onSave={setChosen}
        />
      )}
      {place === NEW && (
        <DateField
          label="Дата нового заседания"
          span={6}
          value={day}
          read={readDateHere}
          required="Укажите, когда пройдёт заседание."
          onSave={(typed) => typed && setDate(typed)}
        />
      )}
      <div class="field agenda-here__act">
        <Button id={`into-agenda-${question.about}`} sign="plus" onClick={() => void add()}>
          {act}
        </Button>
      </div>
    </div>
  );
}

/**
 * «Протокол № 2 от 16 января 2026 г.»
 *
 * @param {PlacedQuestion["meeting"]} meeting
 */
function meetingName({ date, status, protocol }) {
  const number = protocol?.number;
  return number && status === "held"
    ? `Протокол №${NBSP}${number} от ${longDate(date)}`
    : `Заседание ${longDate(date)}`;
}
