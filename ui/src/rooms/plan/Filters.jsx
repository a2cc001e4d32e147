/** @import {Line} from "./choosing.js" */
import { Button } from "../../components/button/Button.jsx";
import { Choice } from "../../components/field/Choice.jsx";
import { Field } from "../../components/field/Field.jsx";
import { ALL } from "./choosing.js";
import { occurring, want, wanted } from "./rows-here.js";

/**
 * What of the plan is shown. Its fields unfold under the bar, since most plans are short enough to be read without
 * them; the button that unfolds them stays where it is.
 *
 * @param {{lines: Line[], found: number, onClose: () => void}} props
 */
export function Filters({ lines, found, onClose }) {
  const now = wanted.value;
  const { people, organisations, states } = occurring(lines);
  return (
    <div class="plan__filters" role="search" aria-label="Отбор мероприятий">
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
      <p>
        <span class="small soft" role="status">
          Показано {found} из {lines.length}
        </span>
        <Button
          look="quiet"
          sign="close"
          flush
          onClick={() => {
            want({ ...ALL, month: now.month });
            onClose();
          }}
        >
          Снять отбор
        </Button>
      </p>
    </div>
  );
}
