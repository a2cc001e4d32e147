/** @import {ComponentChildren} from "preact" */
import { useEffect, useRef, useState } from "preact/hooks";

import { Button } from "../components/button/Button.jsx";
import { commitFields } from "../components/field/unsaved.js";
import { Icon } from "../components/icon/Icon.jsx";
import { chooseYear, year } from "../state/file.js";
import { saving } from "../state/records.js";
import { go, href, route } from "../state/route.js";
import { chooseScale, layout, scale } from "../state/scale.js";
import { steps, undo } from "../state/steps.js";
import { years } from "../state/years.js";
import { NBSP, schoolYearName } from "../words/dates.js";
import { FIND_ID } from "./keys.js";

/**
 * School year, search, undo, and whether everything is on the disk. Messages lie over the year and the search, where
 * they cover nothing that is being written.
 *
 * @param {{children: ComponentChildren}} props
 */
export function Bar({ children }) {
  return (
    <header class="bar">
      <div class="bar__left">
        <YearChoice />
        <Find />
        {children}
      </div>
      <Undo />
      <Letters />
      <SavedMark />
    </header>
  );
}

/** Says what it would take back; closed, it says why. */
function Undo() {
  const step = steps.value?.undo;
  const nothing = steps.value !== null && !step;
  const hint = nothing ? "Отменять нечего: в файле ещё ничего не меняли" : step?.words;
  return (
    <span class="bar__undo">
      <Button
        look="bar"
        sign="undo"
        label={step ? `Отменить: ${step.words}` : undefined}
        closed={nothing}
        describedBy={nothing ? "undo-hint" : undefined}
        onClick={() => {
          void commitFields().then(undo);
        }}
      >
        Отменить
      </Button>
      {hint && (
        <span class="bar__hint" id="undo-hint" role="tooltip">
          {hint}
          {step && <kbd>Ctrl+Z</kbd>}
        </span>
      )}
    </span>
  );
}

/** The way back from large letters, in sight as long as they are large. */
function Letters() {
  if (scale.value === 100) return null;
  return (
    <span class="bar__letters">
      <Button look="bar" onClick={() => chooseScale(100)}>
        Буквы 100{NBSP}%
      </Button>
    </span>
  );
}

function YearChoice() {
  return (
    <label class="bar__year">
      <span class="hidden">Учебный год</span>
      <select
        class="bar__select"
        value={year.value}
        onChange={(event) => chooseYear(Number(event.currentTarget.value))}
      >
        {years.value.map((one) => (
          <option key={one} value={one}>
            {schoolYearName(one)}
            {layout.value !== "large" && " учебный год"}
          </option>
        ))}
      </select>
      <Icon sign="down" small />
    </label>
  );
}

/** How long the words may rest before they are searched for. */
const PAUSE = 250;

function Find() {
  const asked = route.value.room === "search" ? route.value.id : "";
  const [words, setWords] = useState(asked);
  const timer = useRef(0);
  useEffect(() => {
    setWords(asked);
  }, [asked]);

  /** @param {string} text */
  function search(text) {
    clearTimeout(timer.current);
    if (text.trim()) go(href("search", text.trim()));
  }
  return (
    <search class="find">
      <label for={FIND_ID}>
        <Icon sign="find" small />
        Найти
      </label>
      <input
        id={FIND_ID}
        type="search"
        autocomplete="off"
        value={words}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setWords(text);
          clearTimeout(timer.current);
          timer.current = Number(setTimeout(() => search(text), PAUSE));
        }}
        onKeyDown={(event) => {
          if (event.code === "Enter" || event.code === "NumpadEnter") search(words);
        }}
      />
      <kbd>Ctrl+F</kbd>
    </search>
  );
}

/** «Записывается…», «Сохранено 14:03», «Не записано»; why and what to do stands below, in `SavingFault`. */
function SavedMark() {
  const now = saving.value;
  return (
    <div class="saved" role="status">
      {now.state === "writing" && <span class="soft">Записывается…</span>}
      {now.state === "saved" && (
        <>
          <Icon sign="check" small />
          Сохранено {now.at}
        </>
      )}
      {now.state === "failed" && (
        <span class="saved__fault">
          <Icon sign="warn" small />
          Не записано
        </span>
      )}
    </div>
  );
}
