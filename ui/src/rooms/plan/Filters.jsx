/** @import {Line} from "./choosing.js" */
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { Field } from "../../components/field/Field.jsx";
import { ALL, isNarrowed } from "./choosing.js";
import { occurring, want, wanted } from "./rows-here.js";

/**
 * What of the plan is shown. The fields unfold: most plans are short enough to be read without them.
 *
 * @param {{lines: Line[], found: number}} props
 */
export function Filters({ lines, found }) {
  const now = wanted.value;
  const narrowed = isNarrowed(now);
  const [open, setOpen] = useState(narrowed);
  if (!open && !narrowed) {
    return (
      <Button look="quiet" sign="find" expanded={false} onClick={() => setOpen(true)}>
        Отобрать…
      </Button>
    );
  }
  const { people, organisations, states } = occurring(lines);
  return (
    <div class="plan__filters" role="search" aria-label="Отбор мероприятий">
      <div class="plan__fields">
        <Field label="Слова">
          {(wiring) => (
            <input
              {...wiring}
              class="in"
              type="text"
              autocomplete="off"
              value={now.words}
              // Nothing typed here goes to the disk, so Ctrl+Z always belongs to the field.
              data-unsaved=""
              onInput={(event) => want({ words: event.currentTarget.value })}
              onKeyDown={(event) => event.code === "Escape" && want({ words: "" })}
            />
          )}
        </Field>
        <Choice
          label="Ответственный"
          value={now.person}
          options={[{ value: "", label: "любой" }, ...people]}
          onSave={(person) => want({ person })}
        />
        <Choice
          label="Организация"
          value={now.organisation}
          options={[{ value: "", label: "любая" }, ...organisations]}
          onSave={(organisation) => want({ organisation })}
        />
        <Choice
          label="Состояние"
          value={now.state}
          options={[{ value: "", label: "любое" }, ...states]}
          onSave={(state) => want({ state })}
        />
      </div>
      <p class="rowp">
        <span class="small soft" role="status">
          Показано {found} из {lines.length}
        </span>
        <Button
          look="quiet"
          sign="close"
          onClick={() => {
            want({ ...ALL, month: now.month });
            setOpen(false);
          }}
        >
          Снять отбор
        </Button>
      </p>
    </div>
  );
}
