/** @import {ComponentChildren} from "preact" */
import { Icon } from "../../components/icon/Icon.jsx";
import { dragRow } from "./drag.js";

/**
 * The number of a row, by which the mouse takes hold of it. Whoever works by keyboard has «Выше», «Ниже» and
 * Alt with an arrow.
 *
 * @param {{children: ComponentChildren, closed: boolean, onMove: (step: number) => void}} props `closed` where
 *   nothing can be moved
 */
export function Grip({ children, closed, onMove }) {
  if (closed) return <span>{children}</span>;
  return (
    <span
      class="grip"
      title="Перетащите мышью или нажмите Alt и стрелку"
      onPointerDown={(event) => dragRow(event, onMove)}
      // Letting go of a question must not fold it.
      onClick={(event) => event.preventDefault()}
    >
      {children}
      <Icon sign="grip" small />
    </span>
  );
}

/**
 * By how many places Alt with an arrow moves the row that the key was pressed in. The arrows of a choice keep
 * their own meaning: there Alt opens it.
 *
 * @param {KeyboardEvent} event
 * @returns {-1 | 0 | 1}
 */
export function stepOf({ code, altKey, ctrlKey, metaKey, shiftKey, target }) {
  if (!altKey || ctrlKey || metaKey || shiftKey || target instanceof HTMLSelectElement) return 0;
  if (code === "ArrowUp") return -1;
  return code === "ArrowDown" ? 1 : 0;
}
