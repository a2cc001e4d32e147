/** @import {ComponentChildren} from "preact" */
import "./empty-room.css";

/**
 * A room or a list with nothing in it yet: why, and the one thing to do.
 *
 * @param {{title: string, children: ComponentChildren, action?: ComponentChildren}} props
 */
export function EmptyRoom({ title, children, action }) {
  return (
    <div class="nothing">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
