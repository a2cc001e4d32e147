/** @import {AgendaItem} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { useEffect, useRef, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { Icon } from "../../components/icon/Icon.jsx";
import { counted, pointNumber } from "../../words/numbers.js";
import { keepLine } from "../../features/own-lists/own-lists.js";
import { TypedTables } from "../../features/typed-tables/TypedTables.jsx";
import { DecisionRow } from "./DecisionRow.jsx";
import { About } from "./About.jsx";
import { addDecision, editItem } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { foldedText } from "./folded-text.js";
import { goesOn, goOn, isUnanimous, voteUnanimously } from "./go-on.js";
import { Grip, stepOf } from "./Grip.jsx";
import { focusMoved, moveItem } from "./order.js";
import { nameOf } from "./people.js";
import { Prose } from "./Prose.jsx";
import { removeItem } from "./remove.js";
import { isPlain, reportersInLine } from "./reporters.js";
import { Reporters } from "./Reporters.jsx";
import { pasteQuestions } from "./several.js";
import { Spoke } from "./Spoke.jsx";
import { TopicHelp } from "./TopicHelp.jsx";
import { VoteFields } from "./VoteFields.jsx";

/**
 * One question: folded it says its gist, open it is a form. The form is not there while it is folded.
 *
 * @param {{meeting: string, item: AgendaItem, number: number, last: boolean, voters: number, missed: string, fault: string,
 *   wanted: boolean, folds: number, signed: boolean, people: Someone[], speakers: Someone[], schools: Someone[],
 *   phrases: string[], standing: boolean}} props `missed` names those here without a vote on it, `wanted` where the
 *   address leads to it, `folds` grows to fold it; `speakers` are those who may be in the room, guests too
 */
export function Question({
  meeting,
  item,
  number,
  last,
  voters,
  missed,
  fault,
  wanted,
  folds,
  signed,
  people,
  speakers,
  schools,
  phrases,
  standing,
}) {
  // The first one, a new one and the one that was asked for lie open.
  const [open, setOpen] = useState(number === 1 || wanted || isBlank(item));
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted]);
  // Posts and further reporters are asked for by whoever needs them.
  const [unfolded, setUnfolded] = useState(false);
  const folded = useRef(folds);
  useEffect(() => {
    if (folded.current !== folds) setOpen(false);
    folded.current = folds;
  }, [folds]);
  const move = (/** @type {number} */ step) => moveItem(meeting, item.id, step);

  /** @param {Partial<AgendaItem>} patch */
  const keep = (patch) => editItem(meeting, item.id, (one) => ({ ...one, ...patch }));
  const oneReporter = !unfolded && isPlain(item.reporters);
  const reporters = (
    <Reporters
      item={item.id}
      reporters={item.reporters}
      folded={oneReporter}
      speakers={speakers}
      signed={signed}
      onUnfold={() => setUnfolded(true)}
      onChange={(change) =>
        editItem(meeting, item.id, (one) => ({ ...one, reporters: change(one.reporters) }))
      }
    />
  );
  return (
    <details
      class="meet__item"
      data-row="question"
      data-place={`question.${number}`}
      open={open}
      // Heard on the way up: a decision inside has taken its own keys before.
      onKeyDown={(event) => {
        if (signed) return;
        if (goesOn(event)) return goOn(event, meeting, item.id);
        if (isUnanimous(event)) {
          event.preventDefault();
          return voteUnanimously(meeting, item.id, number);
        }
        const step = stepOf(event);
        if (step === 0) return;
        event.preventDefault();
        move(step);
      }}
      onToggle={(event) => {
        // A fold inside (the vote may have one) tells its own opening here too.
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary id={item.id}>
        <span>
          <h3>
            <Grip closed={signed || (number === 1 && last)} onMove={move}>
              Вопрос {number}
            </Grip>
          </h3>
          {!open && <Gist item={item} fault={fault} people={people} />}
        </span>
        <Icon sign="down" />
      </summary>
      {!open && <div hidden>{foldedText(item, (person) => nameOf(people, person))}</div>}
      {open && (
        <>
          <div
            class="mt-2 fields"
            data-place="agenda"
            onPaste={(event) => pasteQuestions(event, meeting, item.id, speakers)}
          >
            <TextArea
              id={`${item.id}-topic`}
              line
              span={oneReporter ? 7 : undefined}
              label="О чём"
              value={item.topic}
              onSave={(topic) => keep({ topic })}
            />
            {oneReporter && reporters}
            {!signed && (
              <TopicHelp
                topic={item.topic}
                field={`${item.id}-topic`}
                onSave={(topic) => keep({ topic })}
              />
            )}
            {!oneReporter && reporters}
          </div>
          {item.about && (
            <About record={item.about} onDrop={signed ? null : () => keep({ about: null })} />
          )}
          <div class="meet__part" data-place={`question.${number}.heard`}>
            <Prose
              label={
                <>
                  <b class="caps">СЛУШАЛИ</b> кратко, о чём доклад
                </>
              }
              rows={2}
              value={item.heard}
              onSave={(heard) => keep({ heard })}
            />
            <TypedTables
              id={item.id}
              under={`СЛУШАЛИ, вопрос ${number}`}
              tables={item.tables}
              disabled={signed}
              onChange={(change) =>
                editItem(meeting, item.id, (one) => ({ ...one, tables: change(one.tables) }))
              }
            />
          </div>
          {!(signed && item.spoke.length === 0) && (
            <Spoke
              meeting={meeting}
              item={item.id}
              place={`question.${number}.spoke`}
              spoke={item.spoke}
              speakers={speakers}
            />
          )}
          <div
            class="meet__part"
            role="group"
            aria-labelledby={`${item.id}-decided`}
            data-place={`question.${number}.decided`}
          >
            <p class="label meet__decided">
              <b class="caps" id={`${item.id}-decided`}>
                РЕШИЛИ
              </b>
              {!signed && (
                <span class="soft">
                  <kbd>Ctrl+Enter</kbd>
                  {"\u00a0"}— дальше, <kbd>Ctrl+Shift+Enter</kbd>
                  {"\u00a0"}— новый вопрос
                </span>
              )}
            </p>
            {item.decisions.map((decision, at) => (
              <DecisionRow
                key={decision.id}
                meeting={meeting}
                item={item.id}
                decision={decision}
                number={pointNumber(number - 1, at)}
                first={at === 0}
                last={at === item.decisions.length - 1}
                signed={signed}
                people={people}
                schools={schools}
                phrases={phrases}
              />
            ))}
            <div class="meet__adds">
              <Button
                id={`${item.id}-decide`}
                look="quiet"
                sign="plus"
                onClick={() => addDecision(meeting, item.id, "resolution")}
              >
                Решение
              </Button>
              <Button
                look="quiet"
                sign="plus"
                onClick={() => addDecision(meeting, item.id, "assignment")}
              >
                Поручение
              </Button>
              <Button
                look="quiet"
                sign="plus"
                onClick={() => addDecision(meeting, item.id, "recommendation")}
              >
                Рекомендация
              </Button>
            </div>
          </div>
          <VoteFields
            id={`${item.id}-vote`}
            place={`question.${number}.vote`}
            vote={item.vote}
            voters={voters}
            missed={missed}
            fault={fault}
            signed={signed}
            onSave={(vote) => keep({ vote })}
          />
          {!signed && (
            <div class="meet__part meet__adds meet__acts">
              <Button
                id={`${item.id}-up`}
                look="quiet"
                sign="up"
                disabled={number === 1}
                onClick={() => {
                  move(-1);
                  focusMoved(item.id, -1, item.id);
                }}
              >
                Выше
              </Button>
              <Button
                id={`${item.id}-down`}
                look="quiet"
                sign="lower"
                disabled={last}
                onClick={() => {
                  move(1);
                  focusMoved(item.id, 1, item.id);
                }}
              >
                Ниже
              </Button>
              {item.topic.trim() && !standing && (
                <Button
                  look="quiet"
                  sign="check"
                  onClick={() => {
                    keepLine("standing_questions", item.topic, "Вопрос стал постоянным.");
                    focusWhenThere(`${item.id}-topic`);
                  }}
                >
                  Сделать постоянным
                </Button>
              )}
              <Button look="quiet" sign="bin" onClick={() => removeItem(meeting, item.id)}>
                Удалить вопрос
              </Button>
            </div>
          )}
        </>
      )}
    </details>
  );
}

/** @param {AgendaItem} item */
function isBlank(item) {
  return !item.topic && !item.heard && item.reporters.length === 0 && item.decisions.length === 0;
}

/** @param {{item: AgendaItem, fault: string, people: Someone[]}} props */
function Gist({ item, fault, people }) {
  const reporter = reportersInLine(item, people);
  const decisions = item.decisions.length;
  const parts = [
    decisions > 0 ? counted(decisions, "решение", "решения", "решений") : "решений пока нет",
    item.vote === "unanimous" ? "единогласно" : item.vote ? "голосовали по числам" : "",
    fault && "голоса не сходятся",
  ];
  return (
    <>
      <span>{[item.topic || "Тема не указана", reporter].filter(Boolean).join(", ")}</span>
      <span class="soft">{parts.filter(Boolean).join(", ")}</span>
    </>
  );
}
