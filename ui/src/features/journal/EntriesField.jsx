/** @import {ComponentType} from "preact" */
/** @import {Field} from "../../api/types/records" */
/** @import {FieldLooks} from "../../components/field/Field.jsx" */
/** @import {Entry} from "./entries.js" */
/** @import {FieldsGiven} from "./FieldsOf.jsx" */
/** @import {OwnFields} from "./RecordForm.jsx" */
/** @import {readDateHere} from "../../state/reading.js" */
import { useRef, useState } from "preact/hooks";

import { newIds } from "../../api/records.js";
import { Button } from "../../components/button/Button.jsx";
import { focusField } from "../../components/field/focus-field.js";
import { notify, notifyError } from "../../state/messages.js";
import { uncapitalised } from "../../words/sentence.js";
import { blankEntry, isShort, moved, nameOfEntry } from "./entries.js";

/**
 * A list within a record: its entries one below another, each with the fields that the kind declares. Short entries
 * stand open in one line; of longer ones only that which is worked on is open.
 *
 * @param {FieldLooks & {fields: readonly Field[], Fields: ComponentType<FieldsGiven>, value: Entry[], onSave: (list: Entry[]) => void, own: OwnFields,
 *   of: string, blank?: () => Partial<Entry>, readDate?: typeof readDateHere}} props `Fields` draws an entry; `of` is the place of the list in
 *   the record, by which the room's own fields are found («rows» for «rows.mark»)
 */
export function EntriesField({
  label,
  hint,
  fields,
  Fields,
  value,
  onSave,
  own,
  of,
  blank,
  readDate,
}) {
  const list = value ?? [];
  const latest = useRef(list);
  latest.current = list;
  const hasId = fields.some(({ key }) => key === "id");
  const short = isShort(fields);
  const name = typeof label === "string" ? label : "";
  const base = `${of}-entry`;
  const [opened, setOpened] = useState(/** @type {string | null} */ (null));

  /** @param {Entry[]} next */
  function put(next) {
    latest.current = next;
    onSave(next);
  }
  async function add() {
    try {
      const [id = ""] = hasId ? await newIds(1) : [""];
      const at = latest.current.length;
      put([...latest.current, { ...blankEntry(fields, id), ...blank?.() }]);
      setOpened(id || String(at));
      focusField(`${base}-${id || at}`);
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  /** @param {number} at */
  function drop(at) {
    const gone = latest.current[at];
    if (!gone) return;
    put(latest.current.filter((_, i) => i !== at));
    focusField(`${base}-add`);
    notify({
      text: `Удалено: ${uncapitalised(name)}, строка ${at + 1}.`,
      action: "Вернуть",
      act: () => put([...latest.current.slice(0, at), gone, ...latest.current.slice(at)]),
    });
  }
  return (
    <section class={short ? "entries entries--short" : "entries"} aria-label={name}>
      <h2>{label}</h2>
      {hint && <p class="hint">{hint}</p>}
      {list.map((entry, at) => {
        const key = hasId ? entry.id : String(at);
        const words = nameOfEntry(fields, entry);
        const acts = (
          <EntryActs
            what={`строку ${at + 1}`}
            first={at === 0}
            last={at === list.length - 1}
            onMove={(step) => put(moved(latest.current, at, step))}
            onRemove={() => drop(at)}
          />
        );
        const form = (
          <Fields
            fields={fields}
            value={entry}
            first={`${base}-${key}`}
            own={own}
            of={`${of}.`}
            readDate={readDate}
            onSave={(field, what) =>
              put(latest.current.map((one, i) => (i === at ? { ...one, [field]: what } : one)))
            }
          />
        );
        if (short) {
          return (
            <fieldset key={key} class="entries__row">
              <legend class="hidden">
                {name}, строка {at + 1}
              </legend>
              <span class="entries__number" aria-hidden="true">
                {at + 1}.
              </span>
              {form}
              {acts}
            </fieldset>
          );
        }
        const open = opened === key || (opened === null && list.length === 1);
        return (
          <details
            key={key}
            class="entries__entry"
            open={open}
            onToggle={(event) => {
              if (event.currentTarget.open) setOpened(key);
              else if (open) setOpened("");
            }}
          >
            <summary>
              {at + 1}. {words || <span class="soft">не заполнено</span>}
            </summary>
            {open && (
              <>
                {form}
                {acts}
              </>
            )}
          </details>
        );
      })}
      <p class="mt-2">
        <Button id={`${base}-add`} look="quiet" flush sign="plus" onClick={() => void add()}>
          <span>
            Добавить строку<span class="hidden">: {uncapitalised(name)}</span>
          </span>
        </Button>
      </p>
    </section>
  );
}

/**
 * What is done with an entry: higher, lower, out.
 *
 * @param {{what: string, first: boolean, last: boolean, onMove: (step: 1 | -1) => void, onRemove: () => void}} props
 */
function EntryActs({ what, first, last, onMove, onRemove }) {
  const named = (/** @type {string} */ word) => (
    <span>
      {word}
      <span class="hidden"> {what}</span>
    </span>
  );
  return (
    <div class="entries__acts">
      {!(first && last) && (
        <>
          <Button look="quiet" disabled={first} onClick={() => onMove(-1)}>
            {named("Выше")}
          </Button>
          <Button look="quiet" disabled={last} onClick={() => onMove(1)}>
            {named("Ниже")}
          </Button>
        </>
      )}
      <Button look="quiet" onClick={onRemove}>
        {named("Удалить")}
      </Button>
    </div>
  );
}
