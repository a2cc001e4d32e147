/** @import {ComponentChildren} from "preact" */
import { useEffect, useRef, useState } from "preact/hooks";

import "./drop-area.css";

/**
 * What the frame tells the area under files that are dragged over the window; only the program knows of them,
 * the page has no such events of its own.
 *
 * @typedef {{state: "over"} | {state: "gone"} | {state: "dropped", token: number}} FilesAbove
 */

/** The name of that event, and the mark by which an area is found. */
export const FILES_ABOVE = "filesabove";
export const DROP_AREA = "data-drop-area";

/**
 * A part of the page onto which files may be dropped. Its children hold the button that does the same by
 * keyboard.
 *
 * @param {{onDrop: (token: number) => void, disabled?: boolean, children: ComponentChildren}} props
 */
export function DropArea({ onDrop, disabled = false, children }) {
  const area = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [over, setOver] = useState(false);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const place = area.current;
    if (!place || disabled) return;
    /** @param {Event} event */
    const hear = (event) => {
      const above = /** @type {CustomEvent<FilesAbove>} */ (event).detail;
      setOver(above.state === "over");
      if (above.state === "dropped") drop.current(above.token);
    };
    place.addEventListener(FILES_ABOVE, hear);
    return () => place.removeEventListener(FILES_ABOVE, hear);
  }, [disabled]);
  return (
    <div class={over ? "drop is-over" : "drop"} ref={area} data-drop-area={disabled ? "off" : "on"}>
      {children}
    </div>
  );
}
