/** @import {ComponentChildren} from "preact" */
/** @import {Sign} from "../icon/Icon.jsx" */
import { Icon } from "../icon/Icon.jsx";
import "./button.css";

/**
 * @typedef {object} Looks
 * @property {ComponentChildren} children what it does, in words: «Напечатать протокол № 2»
 * @property {"main" | "plain" | "quiet" | "bar"} [look] one main button on a screen: what is wanted most
 * @property {Sign} [sign]
 * @property {boolean} [tall]
 * @property {boolean} [wide]
 * @property {boolean} [flush] its word, not its edge, stands on the line of the text
 * @property {boolean} [signAfter]
 */

/** @param {Looks} looks */
function classOf({ look = "plain", tall, wide, flush }) {
  return [
    "btn",
    look !== "plain" && `btn--${look}`,
    tall && "btn--tall",
    wide && "btn--wide",
    flush && "flush",
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param {Looks} looks */
function Inside({ sign, signAfter, look, children }) {
  const icon = sign && <Icon sign={sign} small={look !== "main"} />;
  return (
    <>
      {!signAfter && icon}
      {children}
      {signAfter && icon}
    </>
  );
}

/**
 * A button. A disabled one keeps its place, and the reason stands beside it.
 *
 * @param {Looks & {onClick?: (event: MouseEvent) => void, disabled?: boolean, submit?: boolean, id?: string,
 *   expanded?: boolean, pressed?: boolean, title?: string, tabIndex?: 0 | -1, label?: string | undefined,
 *   closed?: boolean, describedBy?: string | undefined}} props `tabIndex` where arrows lead to the button, as in a
 *   table whose rows are reached one at a time; `label` where more is heard than seen; `closed` where it has nothing
 *   to do and says why when it is reached
 */
export function Button({
  onClick,
  disabled,
  submit,
  id,
  expanded,
  pressed,
  title,
  tabIndex,
  label,
  closed,
  describedBy,
  ...looks
}) {
  return (
    <button
      id={id}
      class={classOf(looks)}
      type={submit ? "submit" : "button"}
      disabled={disabled}
      aria-expanded={expanded}
      aria-pressed={pressed}
      title={title}
      tabIndex={tabIndex}
      aria-label={label}
      aria-disabled={closed ? "true" : undefined}
      aria-describedby={describedBy}
      onClick={onClick}
      onKeyDown={looks.sign === "bin" ? noSpace : undefined}
    >
      <Inside {...looks} />
    </button>
  );
}

/**
 * What deletes is pressed by Enter or by the mouse: whoever goes on writing after Tab, with a space among the letters,
 * deletes nothing.
 *
 * @param {KeyboardEvent} event
 */
function noSpace(event) {
  if (event.code === "Space") event.preventDefault();
}

/**
 * A way to another place that looks like a button.
 *
 * @param {Looks & {href: string}} props
 */
export function ButtonLink({ href, ...looks }) {
  return (
    <a class={classOf(looks)} href={href}>
      <Inside {...looks} />
    </a>
  );
}
