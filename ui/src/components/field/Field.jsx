/** @import {ComponentChildren} from "preact" */
import { useId } from "preact/hooks";

import { Icon } from "../icon/Icon.jsx";
import "./field.css";

/**
 * @typedef {object} FieldLooks what every field has
 * @property {ComponentChildren} label always there, never a placeholder
 * @property {string} [id] for a summary of errors to lead to
 * @property {ComponentChildren} [hint]
 * @property {string | null} [wrong] what is wrong and what to do
 * @property {3 | 4 | 5 | 6 | 7 | 8} [span] columns of twelve inside `.fields`; all of them by default
 * @property {boolean} [quiet] the label is heard, not seen
 *
 * @typedef {object} Wiring what the input inside takes over
 * @property {string} id
 * @property {"true" | undefined} aria-invalid
 * @property {string | undefined} aria-describedby
 */

/**
 * A label, an input, and under it a hint or what is wrong. What the typed text will become (`seen`) lies over what
 * is below and takes no room, so that nothing moves when it comes and goes.
 *
 * @param {FieldLooks & {children: (wiring: Wiring) => ComponentChildren, seen?: string}} props
 */
export function Field({ label, id, hint, wrong, span, quiet, seen, children }) {
  const own = useId();
  const input = id ?? own;
  const below = `${input}-below`;
  const look = ["field", span && `field--${span}`, wrong && "is-wrong"].filter(Boolean).join(" ");
  return (
    <div class={look}>
      <label class={quiet ? "hidden" : "label"} for={input}>
        {label}
      </label>
      {children({
        id: input,
        "aria-invalid": wrong ? "true" : undefined,
        "aria-describedby": wrong || hint ? below : undefined,
      })}
      {seen && (
        <span class="seen" role="status">
          {seen}
        </span>
      )}
      {wrong ? (
        <span class="wrong" id={below}>
          <Icon sign="warn" small />
          {wrong}
        </span>
      ) : (
        hint && (
          <span class="hint" id={below}>
            {hint}
          </span>
        )
      )}
    </div>
  );
}
