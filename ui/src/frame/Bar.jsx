/** @import {ComponentChildren} from "preact" */

import { Button } from "../components/button/Button.jsx";
import { commitFields } from "../components/field/unsaved.js";
import { Icon } from "../components/icon/Icon.jsx";
import { chooseYear, year } from "../state/file.js";
import { leave } from "../state/leaving.js";
import { saving } from "../state/records.js";
import { chooseScale, layout, scale } from "../state/scale.js";
import { steps, undo } from "../state/steps.js";
import { years } from "../state/years.js";
import { NBSP, schoolYearName } from "../words/dates.js";
import { Find } from "./Find.jsx";

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
        onChange={(event) => {
          const list = event.currentTarget;
          const next = Number(list.value);
          // Until everything typed is saved, it is still the year that is looked at.
          list.value = String(year.value);
          void leave("room", () => chooseYear(next));
        }}
      >
        {years.value.map((of) => (
          <option key={of} value={of}>
            {schoolYearName(of)}
            {layout.value !== "large" && " учебный год"}
          </option>
        ))}
      </select>
      <Icon sign="down" small />
    </label>
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
