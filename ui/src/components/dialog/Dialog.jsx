/** @import {ComponentChildren} from "preact" */
import { useEffect, useId, useRef } from "preact/hooks";

import "../ask/ask.css";
import "./dialog.css";

/**
 * A sheet above the page for something that is done in a few steps and then left; narrow for a mere question. Esc leaves it,
 * too, unless it is busy.
 *
 * @param {{title: string, children: ComponentChildren, narrow?: boolean, busy?: boolean, onClose: () => void}} props
 */
export function Dialog({ title, children, narrow = false, busy = false, onClose }) {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useId();
  useEffect(() => {
    const shown = box.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      class={narrow ? "ask" : "ask dialog"}
      ref={box}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
