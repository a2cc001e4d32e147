import { Button } from "../components/button/Button.jsx";
import { flushFields } from "../components/field/unsaved.js";
import { Icon } from "../components/icon/Icon.jsx";
import { chooseYear, year } from "../state/file.js";
import { saving, undo } from "../state/records.js";
import { years } from "../state/years.js";
import { schoolYearName } from "../words/dates.js";
import { Find } from "./Find.jsx";

/** School year, search, undo, and whether everything is on the disk. */
export function Bar() {
  return (
    <header class="bar">
      <YearChoice />
      <Find />
      <Button
        look="bar"
        sign="undo"
        onClick={() => {
          flushFields();
          void undo();
        }}
      >
        Отменить
      </Button>
      <SavedMark />
    </header>
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
            {schoolYearName(one)} учебный год
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
