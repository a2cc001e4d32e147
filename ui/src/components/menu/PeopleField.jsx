/** @import {FieldLooks} from "../field/Field.jsx" */
/** @import {Someone} from "./PersonField.jsx" */
import { useRef } from "preact/hooks";

import { PersonField } from "./PersonField.jsx";
import "./people-field.css";

/**
 * Several people: those chosen stand in a list, each with «Убрать», and the field takes the next one. Tab goes on to
 * the next field of the form, so that letters typed after it never press «Убрать»; from the keyboard Backspace in
 * the empty field leads to those chosen.
 *
 * @param {FieldLooks & {value: string[], people: Someone[], onSave: (ids: string[]) => void,
 *   onAdd?: (typed: string) => void, addLabel?: string | ((typed: string) => string), near?: string,
 *   another?: string, gone?: string}} props `gone` is said of a chosen one that is not there any more
 */
export function PeopleField({
  value,
  people,
  onSave,
  another = "ещё",
  gone = "нет в составе",
  label,
  ...rest
}) {
  const whole = useRef(/** @type {HTMLDivElement | null} */ (null));
  const left = people.filter((person) => !value.includes(person.id));
  const look = rest.span ? `field field--${rest.span}` : "field";
  const { span: _span, ...field } = rest;
  const buttons = () => [...(whole.current?.querySelectorAll("button") ?? [])];
  const toField = () => whole.current?.querySelector("input")?.focus();

  /** @param {string} id */
  function drop(id) {
    onSave(value.filter((chosen) => chosen !== id));
    // Not to the next «Убрать», where a space would take out somebody else.
    toField();
  }
  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const { code, key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    if (code === "ArrowUp" || code === "ArrowLeft") all[Math.max(0, at - 1)]?.focus();
    else if (code === "ArrowDown" || code === "ArrowRight") all[at + 1]?.focus();
    else if (code === "Delete" || code === "Backspace") all[at]?.click();
    else if (code === "Escape") toField();
    // Letters, and the space among them, are the beginning of a name.
    else if (key.length === 1) return toField();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class={look} ref={whole}>
      <PersonField
        {...field}
        label={
          value.length > 0 ? (
            <>
              {label}, {another}
            </>
          ) : (
            label
          )
        }
        value={null}
        people={left}
        onSave={(id) => id && onSave([...value, id])}
        onLeaveEmpty={(event) => {
          const last = buttons().at(-1);
          if (last) event.preventDefault();
          last?.focus();
        }}
      />
      {value.length > 0 && (
        <ul class="chosen" onKeyDown={onKeyDown}>
          {value.map((id) => {
            const name = people.find((person) => person.id === id)?.name ?? gone;
            return (
              <li key={id}>
                <span>{name}</span>
                <button
                  type="button"
                  class="btn btn--quiet"
                  tabIndex={-1}
                  // The field keeps the focus, so that it is not left with a text half typed.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => drop(id)}
                >
                  <span>
                    Убрать<span class="hidden"> {name}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
