/** @import {AnswerSheet, Survey} from "../../api/types/records" */
/** @import {Row} from "./answers.js" */
import { useEffect, useRef, useState } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { PersonField } from "../../components/menu/PersonField.jsx";
import { SchoolField } from "../../features/organisations/SchoolField.jsx";
import { today } from "../../state/file.js";
import { notifyError } from "../../state/messages.js";
import { pickable } from "../../state/members.js";
import { oneOf, removeRecord, saveRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { counted } from "../../words/numbers.js";
import { answered, markIn, MARKS, meaningOf, nextNumber, rowsOf } from "./answers.js";
import { heldWords, sheetsOf } from "./surveys.js";

/** What may be set in the last row of an area. */
const READY = ["нет", "да"];

/**
 * The sheets of a survey keyed in one after another: one key answers a row and moves on. A sheet becomes a record with
 * its first answer, and is saved as a whole whenever it changes.
 *
 * @param {{survey: Survey, sheet: string}} props `sheet` is the one to look at; empty for the next new one
 */
export function Keying({ survey, sheet }) {
  const questionnaire = oneOf("questionnaire", survey.questionnaire);
  const sheets = sheetsOf(survey.id);
  const known = oneOf("answer_sheet", sheet);
  const [fresh, setFresh] = useState(/** @type {AnswerSheet | null} */ (null));
  useEffect(() => {
    if (known) return;
    let gone = false;
    newIds(1).then(([id = ""]) => gone || setFresh(blank(id, survey)), notifyError);
    return () => void (gone = true);
  }, [survey.id, sheet]);

  if (!questionnaire) {
    return (
      <div class="page">
        <h1>Анкеты замера</h1>
        <p class="mt-3">У этого замера нет анкеты: выберите её на странице замера.</p>
        <p class="mt-3">
          <ButtonLink sign="back" href={href("surveys", survey.id)}>
            К замеру
          </ButtonLink>
        </p>
      </div>
    );
  }
  // What was keyed in a moment ago is a record already, though the address still says «new».
  const current = known ?? oneOf("answer_sheet", fresh?.id) ?? fresh;
  const at = sheets.findIndex(({ id }) => id === current?.id);
  const before = at < 0 ? sheets.at(-1) : sheets[at - 1];
  const after = at < 0 ? undefined : sheets[at + 1];
  const open = (/** @type {AnswerSheet | undefined} */ one) =>
    one ? href("surveys", one.id) : href("surveys", survey.id, "sheets");

  async function next() {
    // From a sheet that was looked up the way back to the new ones begins one by itself.
    if (sheet) return go(href("surveys", survey.id, "sheets"));
    try {
      const [id = ""] = await newIds(1);
      setFresh(blank(id, survey));
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  async function remove() {
    if (!current || !(await removeRecord(current.id))) return;
    go(href("surveys", survey.id, "sheets"));
  }
  return (
    <div class="page keying">
      <div class="head">
        <div>
          <h1>Анкета №&nbsp;{current?.number ?? nextNumber(sheets)}</h1>
          <p class="soft">
            Замер: {heldWords(survey)}. Внесено:{" "}
            {counted(sheets.length, "анкета", "анкеты", "анкет")}.
          </p>
        </div>
        <div class="head__act">
          <ButtonLink sign="back" href={href("surveys", survey.id)}>
            К итогам
          </ButtonLink>
        </div>
      </div>
      <p class="mt-2 small soft">
        <kbd>0</kbd>–<kbd>3</kbd> — ответ и дальше, <kbd>Enter</kbd> или <kbd>↓</kbd> — дальше без
        ответа, <kbd>Backspace</kbd> или <kbd>↑</kbd> — назад, <kbd>Delete</kbd> — убрать ответ.
        Номер анкеты напишите и на листе.
      </p>
      {current && (
        <Sheet
          key={current.id}
          sheet={current}
          rows={rowsOf(questionnaire)}
          named={survey.named}
          day={survey.held.length === 10 ? survey.held : today.value}
          onNext={() => void next()}
        />
      )}
      <div class="keying__ways mt-4">
        {before && (
          <ButtonLink sign="back" href={open(before)}>
            Анкета №&nbsp;{before.number}
          </ButtonLink>
        )}
        {after && <ButtonLink href={open(after)}>Анкета №&nbsp;{after.number}</ButtonLink>}
        {at >= 0 && (
          <Button look="quiet" sign="bin" onClick={() => void remove()}>
            Удалить анкету
          </Button>
        )}
      </div>
    </div>
  );
}

/**
 * @param {string} id
 * @param {Survey} survey
 * @returns {AnswerSheet}
 */
const blank = (id, survey) => ({
  id,
  community: survey.community,
  survey: survey.id,
  number: nextNumber(sheetsOf(survey.id)),
  person: null,
  organisation: null,
  answers: "",
  ready: [],
  batch: null,
});

/**
 * @param {{sheet: AnswerSheet, rows: Row[], named: boolean, day: string, onNext: () => void}} props
 */
function Sheet({ sheet, rows, named, day, onNext }) {
  const list = useRef(/** @type {HTMLDivElement | null} */ (null));
  const latest = useRef(sheet);
  latest.current = sheet;
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (named) document.getElementById("keying-person")?.focus();
    else focusRow(0);
  }, []);

  /** @param {AnswerSheet} next */
  function put(next) {
    latest.current = next;
    saveRecord({ kind: "answer_sheet", record: next });
  }
  /** @param {number} row */
  function focusRow(row) {
    const last = rows.length;
    const to = Math.max(0, Math.min(row, last));
    setAt(to);
    const found =
      to === last
        ? document.getElementById("keying-next")
        : list.current?.querySelector(`[data-row="${to}"]`);
    if (found instanceof HTMLElement) {
      found.focus();
      found.scrollIntoView({ block: "nearest" });
    }
  }
  /** @param {number} row @param {number | null} mark @param {number} step */
  function answer(row, mark, step) {
    const asked = rows[row];
    if (asked) put(answered(latest.current, asked, mark));
    focusRow(row + step);
  }
  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target instanceof Element ? event.target.closest("[data-row]") : null;
    if (!(row instanceof HTMLElement)) return;
    const place = Number(row.dataset["row"]);
    const asked = rows[place];
    const meant = asked && meaningOf(event.code, asked.is);
    if (!meant) return;
    event.preventDefault();
    if (meant.mark === undefined) focusRow(place + meant.step);
    else answer(place, meant.mark, meant.step);
  }
  return (
    <>
      {named && (
        <div class="fields mt-3">
          <PersonField
            id="keying-person"
            span={6}
            label="Кто отвечал"
            value={sheet.person}
            people={pickable(day, sheet.person ? [sheet.person] : [])}
            onSave={(person) => {
              put({ ...latest.current, person });
              if (person) focusRow(0);
            }}
          />
          <SchoolField
            span={6}
            label="Организация, если не из «Состава»"
            value={sheet.organisation}
            onSave={(organisation) => put({ ...latest.current, organisation })}
          />
        </div>
      )}
      <div ref={list} class="keying__rows mt-3" onKeyDown={onKeyDown}>
        {rows.map((row, place) => {
          const first = row.area !== rows[place - 1]?.area;
          const choices = row.is === "ready" ? READY : MARKS;
          const mark = markIn(sheet, row);
          return (
            <div key={`${row.is} ${row.number}`}>
              {first && row.area && <h2 class="keying__area">{row.area}</h2>}
              <div
                class={`keying__row${row.is === "ready" ? " keying__row--ready" : ""}`}
                role="group"
                tabIndex={place === Math.min(at, rows.length - 1) ? 0 : -1}
                data-row={place}
                aria-label={`${row.is === "ready" ? "" : `${row.number}. `}${row.text}: ${
                  mark === null ? "без ответа" : `${mark} — ${choices[mark]}`
                }`}
                onFocus={() => setAt(place)}
              >
                <span class="keying__number">{row.is === "ready" ? "" : row.number}</span>
                <span class="keying__text">{row.text}</span>
                <span class="keying__marks">
                  {choices.map((words, value) => (
                    <button
                      key={value}
                      type="button"
                      tabIndex={-1}
                      class="keying__mark"
                      aria-pressed={mark === value}
                      title={words}
                      onClick={() => answer(place, value, 1)}
                    >
                      {row.is === "ready" ? words : value}
                      <span class="hidden">
                        {row.is === "ready" ? "" : ` — ${words}`}: {row.text}
                      </span>
                    </button>
                  ))}
                </span>
              </div>
            </div>
          );
        })}
      </div>
      <p class="mt-4">
        <Button id="keying-next" look="main" onClick={onNext}>
          Следующая анкета
        </Button>
      </p>
    </>
  );
}
