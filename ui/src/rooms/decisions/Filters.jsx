/** @import {Standing, Wanted} from "./choosing.js" */
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { Field } from "../../components/field/Field.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { isNarrowed, WAITING } from "./choosing.js";
import { organisations, people, schoolYears, want } from "./lines-here.js";

/** Where the focus goes when the button that held it is gone. */
export const WORDS = "decisions-words";

const STANDINGS = [
  { value: "open", label: "Открытые" },
  { value: "overdue", label: "Просроченные" },
  { value: "done", label: "Исполненные" },
  { value: "all", label: "Все" },
];

/**
 * What is shown. The order is chosen in the heads of the table.
 *
 * @param {{wanted: Wanted, found: string}} props `found` says how many there are
 */
export function Filters({ wanted, found }) {
  return (
    <div class="mt-4 decisions__filters" role="search" aria-label="Отбор поручений">
      <div class="rowp">
        <Segments
          label="Какие поручения показать"
          value={wanted.standing}
          options={STANDINGS}
          onChange={(standing) => want({ standing: /** @type {Standing} */ (standing) })}
        />
        <p class="small soft" role="status">
          {found}
        </p>
        {isNarrowed(wanted) && (
          <Button
            look="quiet"
            sign="close"
            onClick={() => {
              want({ ...WAITING, standing: wanted.standing, order: wanted.order });
              focusField(WORDS);
            }}
          >
            Снять отбор
          </Button>
        )}
      </div>
      <div class="mt-3 decisions__fields">
        <Words value={wanted.words} />
        <Choice
          label="Ответственный"
          value={wanted.person}
          options={[{ value: "", label: "любой" }, ...people.value]}
          onSave={(person) => want({ person })}
        />
        <Choice
          label="Организация"
          value={wanted.organisation}
          options={[{ value: "", label: "любая" }, ...organisations.value]}
          onSave={(organisation) => want({ organisation })}
        />
        <Choice
          label="Учебный год"
          value={wanted.year}
          options={[{ value: "", label: "все годы" }, ...schoolYears.value]}
          onSave={(year) => want({ year })}
        />
      </div>
    </div>
  );
}

/**
 * The list follows each letter. Nothing typed here goes to the disk, so Ctrl+Z always belongs to the field: it must
 * not take back the last mark.
 *
 * @param {{value: string}} props
 */
function Words({ value }) {
  return (
    <Field id={WORDS} label="Слова">
      {(wiring) => (
        <input
          {...wiring}
          class="in"
          type="text"
          autocomplete="off"
          value={value}
          data-unsaved=""
          onInput={(event) => want({ words: event.currentTarget.value })}
          onKeyDown={(event) => event.code === "Escape" && want({ words: "" })}
        />
      )}
    </Field>
  );
}
