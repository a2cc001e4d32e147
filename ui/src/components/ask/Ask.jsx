/** @import {ComponentChildren} from "preact" */
import { useEffect, useId, useRef } from "preact/hooks";

import { Button } from "../button/Button.jsx";
import "./ask.css";

/**
 * A question, only for what cannot be undone. It has no green button, since the program does not want either
 * answer; the first one, and Esc, leave things as they are.
 *
 * @param {{title: string, children: ComponentChildren, stay?: string, act: string, onAct: () => void,
 *   onStay: () => void}} props
 */
export function Ask({ title, children, stay = "Оставить как есть", act, onAct, onStay }) {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useId();
  useEffect(() => {
    const shown = box.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      class="ask"
      ref={box}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div class="ask__why">{children}</div>
      <div class="rowp">
        <Button onClick={onStay}>{stay}</Button>
        <Button onClick={onAct}>{act}</Button>
      </div>
    </dialog>
  );
}
