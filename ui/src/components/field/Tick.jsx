/** @import {ComponentChildren} from "preact" */
import "./tick.css";

/**
 * A tick with its words; with `group` one of several, of which only one holds.
 *
 * @param {{checked: boolean, onChange: (checked: boolean) => void, children: ComponentChildren,
 *   group?: string, disabled?: boolean, id?: string}} props
 */
export function Tick({ checked, onChange, children, group, disabled, id }) {
  return (
    <label class="tick">
      <input
        id={id}
        type={group ? "radio" : "checkbox"}
        name={group}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
