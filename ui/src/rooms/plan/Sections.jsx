/** @import {Plan, PlanSection} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { TextField } from "../../components/field/TextField.jsx";
import { change } from "../../features/record-parts/change.js";
import { dropPart } from "../../features/record-parts/drop-part.js";
import { namingOf } from "../../features/record-parts/naming.js";
import { notifyError } from "../../state/messages.js";
import { NBSP } from "../../words/dates.js";
import { counted } from "../../words/numbers.js";

/**
 * What is said of a section that was deleted, and of the rows that stood under it.
 *
 * @param {string} section
 */
function gone(section) {
  const { count } = namingOf([section]);
  return count > 0
    ? `Раздел удалён; ${counted(count, "мероприятие", "мероприятия", "мероприятий")} теперь вне разделов.`
    : "Раздел удалён.";
}

/**
 * The plan's own sections: their names and their order. A row says itself under which it stands.
 *
 * @param {{plan: Plan}} props
 */
export function Sections({ plan }) {
  const { id, sections } = plan;
  /** @param {(sections: PlanSection[]) => PlanSection[]} what */
  const put = (what) => change("plan", id, (now) => ({ sections: what(now.sections) }));
  /**
   * New sections after one of those that are there; the last of them gets the focus.
   *
   * @param {number} after
   * @param {string[]} names
   */
  async function insert(after, names) {
    try {
      const ids = await newIds(names.length);
      const more = ids.map((section, at) => ({ id: section, name: names[at] ?? "" }));
      put((now) => [...now.slice(0, after + 1), ...more, ...now.slice(after + 1)]);
      focusField(`section-${ids.at(-1)}`);
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  /**
   * @param {number} at
   * @param {-1 | 1} step
   */
  function move(at, step) {
    const [section, other] = [sections[at], sections[at + step]];
    if (!section || !other) return;
    put((now) =>
      now.map((one) => (one.id === section.id ? other : one.id === other.id ? section : one)),
    );
    focusField(`section-${section.id}`);
  }
  return (
    <section>
      <h2>Разделы плана</h2>
      <p class="mt-1 soft">
        Если мероприятия в{NBSP}вашем плане собраны не{NBSP}только по{NBSP}семи направлениям. Раздел
        выбирают в{NBSP}самом мероприятии.
      </p>
      {sections.map((section, at) => (
        <div key={section.id} class="mt-2 plan__section">
          <TextField
            id={`section-${section.id}`}
            label={`Раздел ${at + 1}`}
            value={section.name}
            onSave={(name) =>
              put((now) => now.map((one) => (one.id === section.id ? { ...one, name } : one)))
            }
          />
          <div class="rowp">
            <Button look="quiet" flush sign="up" disabled={at === 0} onClick={() => move(at, -1)}>
              <span>
                Выше<span class="hidden">: раздел {at + 1}</span>
              </span>
            </Button>
            <Button
              look="quiet"
              flush
              sign="lower"
              disabled={at === sections.length - 1}
              onClick={() => move(at, 1)}
            >
              <span>
                Ниже<span class="hidden">: раздел {at + 1}</span>
              </span>
            </Button>
            <Button
              look="quiet"
              flush
              sign="bin"
              onClick={() => dropPart("plan", id, "sections", at, gone(section.id), "add-section")}
            >
              <span>
                Удалить<span class="hidden"> раздел {at + 1}</span>
              </span>
            </Button>
          </div>
        </div>
      ))}
      <p class="mt-2">
        <Button
          id="add-section"
          look="quiet"
          flush
          sign="plus"
          onClick={() => void insert(sections.length - 1, [""])}
        >
          Добавить раздел
        </Button>
      </p>
    </section>
  );
}
