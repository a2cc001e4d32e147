/** @import {ComponentChildren} from "preact" */
import { Button } from "../button/Button.jsx";
import { Dialog } from "../dialog/Dialog.jsx";

/**
 * A question, only for what cannot be undone. It has no green button, since the program does not want either
 * answer; the first one, and Esc, leave things as they are.
 *
 * @param {{title: string, children: ComponentChildren, stay?: string, act: string, onAct: () => void,
 *   onStay: () => void}} props
 */
export function Ask({ title, children, stay = "Оставить как есть", act, onAct, onStay }) {
  return (
    <Dialog narrow title={title} onClose={onStay}>
      <div class="ask__why">{children}</div>
      <div class="rowp">
        <Button onClick={onStay}>{stay}</Button>
        <Button onClick={onAct}>{act}</Button>
      </div>
    </Dialog>
  );
}
