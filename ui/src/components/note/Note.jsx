/** @import {ComponentChildren} from "preact" */
import { Icon } from "../icon/Icon.jsx";
import "./note.css";

/**
 * A finding as a colleague would say it: what, by which clause, what to do.
 *
 * @param {{tone?: "look" | "wrong" | "good", what: ComponentChildren, clause?: ComponentChildren,
 *   children?: ComponentChildren, role?: "status" | "alert"}} props
 */
export function Note({ tone = "look", what, clause, children, role }) {
  return (
    <div class={tone === "look" ? "note" : `note note--${tone}`} role={role}>
      <Icon sign={tone === "good" ? "check" : "warn"} />
      <div>
        <b>{what}</b>
        {/* The space stands between them, so that the line may end there. */}
        {clause && " "}
        {clause && <span class="soft nb">{clause}</span>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
