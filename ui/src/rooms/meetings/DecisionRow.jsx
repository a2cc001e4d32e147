/** @import {Decision, DecisionKind} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { signal, useComputed } from "@preact/signals";
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { TermField } from "../../components/field/TermField.jsx";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { PhraseArea } from "../../components/phrase/PhraseArea.jsx";
import { readTermHere } from "../../state/reading.js";
import { focusField } from "../../components/field/focus-field.js";
import { pasteTable, TABLE_SAID } from "../../features/pasting/pasting.js";
import { Answering } from "../../features/answering/Answering.jsx";
import { namedIn } from "../../features/answering/who.js";
import { has, keepLine } from "../../features/own-lists/own-lists.js";
import { editDecision } from "./edit.js";
import { Grip, stepOf } from "./Grip.jsx";
import { focusMoved, moveDecision } from "./order.js";
import { nameOf } from "./people.js";
import { removeDecision } from "./remove.js";
import { RowActs } from "./RowActs.jsx";
import { beginNextPoint, isEnter, pastePoints } from "./several.js";
import { choicesOf } from "../../words/choices.js";

/** The point that is written or was written last: only it offers to be kept as a phrase. */
const atWork = signal("");

/** @type {{value: DecisionKind, label: string}[]} */
const KINDS = choicesOf("meeting", "protocol", "items", "decisions", "kind");

/**
 * One point of what was decided; its number hangs in the margin. Who and by when are asked of an assignment;
 * of the others only where that is already written.
 *
 * @param {{meeting: string, item: string, decision: Decision, number: string, first: boolean, last: boolean,
 *   signed: boolean, people: Someone[], schools: Someone[], phrases: string[]}} props
 */
export function DecisionRow({
  meeting,
  item,
  decision,
  number,
  first,
  last,
  signed,
  people,
  schools,
  phrases,
}) {
  const { id, kind } = decision;
  const here = useComputed(() => atWork.value === id).value;
  /** @param {Partial<Decision>} patch */
  const keep = (patch) => editDecision(meeting, item, id, patch);
  const move = (/** @type {number} */ step) => moveDecision(meeting, item, id, step);
  const assigned = kind === "assignment";
  const names = decision.responsible.length > 0 || decision.responsible_in_words.trim() !== "";
  const lacks = assigned && !signed ? lacking(decision, names) : "";
  const [tabled, setTabled] = useState(false);
  const isText = (/** @type {EventTarget | null} */ at) =>
    at instanceof HTMLTextAreaElement && at.id === `${id}-text`;
  return (
    <div
      class="meet__point"
      id={id}
      role="group"
      aria-label={`Пункт ${number}`}
      data-row="decision"
      data-place={`question.${number.replace(".", ".decision.")}`}
      // After the click is over, so that a line that goes elsewhere does not take its place under the mouse away.
      onClick={() => (atWork.value = id)}
      onKeyUp={() => (atWork.value = id)}
      onInput={() => (atWork.value = id)}
      onKeyDownCapture={(event) => {
        const step = signed ? 0 : stepOf(event);
        if (step === 0) return;
        event.preventDefault();
        event.stopPropagation();
        move(step);
      }}
      // Heard on the way up: the menu of phrases has taken its own Enter before.
      onKeyDown={(event) => {
        if (event.defaultPrevented || !isText(event.target) || !isEnter(event)) return;
        event.preventDefault();
        beginNextPoint(/** @type {HTMLTextAreaElement} */ (event.target), meeting, item, id);
      }}
      onPaste={(event) => {
        if (!isText(event.target)) return;
        if (pasteTable(event)) setTabled(true);
        else pastePoints(event, meeting, item, id);
      }}
    >
      <Grip closed={signed || (first && last)} onMove={move}>
        {number}
      </Grip>
      <div>
        <div class="fields">
          <PhraseArea
            id={`${id}-text`}
            quiet
            label={`Текст пункта ${number}`}
            value={decision.text}
            phrases={phrases}
            hint={tabled ? TABLE_SAID : undefined}
            onSave={(text) => keep({ text })}
          />
          <Choice
            span={5}
            quiet
            label={`Что это, пункт ${number}`}
            value={kind}
            options={KINDS}
            onSave={(next) => keep({ kind: /** @type {DecisionKind} */ (next) })}
          />
          {(kind === "recommendation" || decision.addressee) && (
            <PersonField
              id={`${id}-addressee`}
              label="Кому рекомендовать"
              value={decision.addressee}
              people={schools}
              onSave={(addressee) => keep({ addressee })}
            />
          )}
          {signed && names && (
            <TextField
              span={6}
              label="Ответственный"
              value={[
                ...decision.responsible.map((one) => nameOf(people, one)),
                ...namedIn(decision.responsible_in_words),
              ].join(", ")}
              onSave={() => {}}
            />
          )}
          {!signed && (assigned || names) && (
            <Answering
              id={`${id}-responsible`}
              span={6}
              folded
              label="Ответственный"
              wordsLabel="Ответственный словами"
              answers={{ people: decision.responsible, words: decision.responsible_in_words }}
              people={people}
              onSave={({ people: chosen, words }) =>
                keep({
                  ...(chosen && { responsible: chosen }),
                  ...(words !== undefined && { responsible_in_words: words }),
                })
              }
            />
          )}
          {(assigned || decision.term) && (
            <TermField
              span={6}
              label="Срок"
              value={decision.term}
              read={readTermHere}
              onSave={(term) => keep({ term })}
            />
          )}
          {/* After the fields of its row: a word typed past the last of them moves and deletes nothing. */}
          <RowActs
            id={id}
            what={`пункт ${number}`}
            first={first}
            last={last}
            onMove={(step) => {
              move(step);
              focusMoved(id, step, `${id}-text`);
            }}
            onRemove={() => removeDecision(meeting, item, id, number)}
          />
        </div>
        {!signed && (
          // The line keeps its room, so that the points below do not move when something is said in it.
          <p class="hint meet__aside">
            {lacks}
            {!lacks && here && isOwn(decision.text, phrases) && (
              <Button
                look="quiet"
                sign="book"
                flush
                onClick={() => {
                  keepLine("phrases", decision.text, "Фраза сохранена: её найдут первые буквы.");
                  focusField(`${id}-text`);
                }}
              >
                Сохранить как фразу
              </Button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

/**
 * What an assignment has not got yet. It stands in the list of decisions all the same.
 *
 * @param {Decision} decision
 * @param {boolean} names whether it names somebody
 */
function lacking({ term }, names) {
  if (term) return names ? "" : "Не указано, кто отвечает.";
  return names
    ? "Не указан срок: программа о нём не напомнит."
    : "Кто и к какому сроку? Без срока программа не напомнит.";
}

/**
 * Whether a text is worth keeping: a sentence that the bank does not have.
 *
 * @param {string} text
 * @param {string[]} phrases
 */
const isOwn = (text, phrases) => /\S\s+\S/.test(text.trim()) && !has(phrases, text);
