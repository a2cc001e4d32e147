/** @import {PlannedMeeting, PlannedQuestion} from "../../api/types/records" */
import { Button } from "../../components/button/Button.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { TextArea } from "../../components/field/TextArea.jsx";
import { Answering } from "../../features/answering/Answering.jsx";
import { pasteList } from "../../features/pasting/pasting.js";
import { today } from "../../state/file.js";
import { pickable } from "../../state/members.js";
import { beginsNext } from "./several.js";

/** @param {string} text @returns {PlannedQuestion} */
const question = (text) => ({ text, speakers: [], speakers_in_words: "" });

/**
 * The questions of a meeting that the plan foresees, each with who is to speak. Enter begins the next one, a pasted list
 * becomes several.
 *
 * @param {{meeting: PlannedMeeting, onChange: (what: (now: PlannedQuestion[]) => PlannedQuestion[]) => void}} props
 *   `onChange` is asked with the questions as they are at that moment
 */
export function PlannedQuestions({ meeting, onChange }) {
  const field = (/** @type {number} */ at) => `question-${meeting.id}-${at}`;
  const adds = `add-question-${meeting.id}`;
  /**
   * New questions after one of those that are there; the last of them gets the focus.
   *
   * @param {number} after
   * @param {string[]} texts
   */
  function insert(after, texts) {
    const more = texts.map(question);
    onChange((now) => [...now.slice(0, after + 1), ...more, ...now.slice(after + 1)]);
    focusField(field(after + texts.length));
  }
  /**
   * @param {number} at
   * @param {Partial<PlannedQuestion>} what
   */
  const say = (at, what) =>
    onChange((now) => now.map((one, place) => (place === at ? { ...one, ...what } : one)));
  const drop = (/** @type {number} */ at, count = 1) =>
    onChange((now) => now.filter((_, place) => place < at || place >= at + count));
  return (
    <div class="field">
      {meeting.questions.map((asked, at) => (
        <fieldset key={at} class="plan__question">
          <legend class="hidden">Вопрос {at + 1}</legend>
          <div class="fields">
            <div
              class="field"
              onKeyDown={(event) =>
                beginsNext(event, {
                  empty: () => {
                    drop(at);
                    focusField(adds);
                  },
                  next: (before, after) => {
                    if (!after && meeting.questions[at + 1]?.text === "")
                      return focusField(field(at + 1));
                    if (after) say(at, { text: before });
                    insert(at, [after]);
                  },
                })
              }
              onPaste={(event) =>
                void pasteList(event, {
                  words: ["вопрос", "вопроса", "вопросов"],
                  split: "Разделить на вопросы",
                  spread: ([first = "", ...more]) => {
                    insert(at, more);
                    say(at, { text: first });
                    return Promise.resolve((whole) => {
                      drop(at + 1, more.length);
                      say(at, { text: whole });
                      focusField(field(at));
                    });
                  },
                })
              }
            >
              <TextArea
                id={field(at)}
                label={`Вопрос ${at + 1}`}
                value={asked.text}
                onSave={(text) => say(at, { text })}
              />
            </div>
            <Answering
              id={`${field(at)}-speakers`}
              span={6}
              label="Выступающий"
              wordsLabel="Выступающий словами"
              answers={{ people: asked.speakers, words: asked.speakers_in_words }}
              people={pickable(today.value, asked.speakers)}
              onSave={({ people, words }) =>
                say(at, {
                  ...(people && { speakers: people }),
                  ...(words !== undefined && { speakers_in_words: words }),
                })
              }
            />
          </div>
          <Button
            look="quiet"
            flush
            sign="bin"
            onClick={() => {
              drop(at);
              focusField(adds);
            }}
          >
            <span>
              Удалить<span class="hidden"> вопрос {at + 1}</span>
            </span>
          </Button>
        </fieldset>
      ))}
      <Button
        id={adds}
        look="quiet"
        flush
        sign="plus"
        onClick={() => insert(meeting.questions.length - 1, [""])}
      >
        Добавить вопрос
      </Button>
    </div>
  );
}
