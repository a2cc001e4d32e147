import { useEffect, useRef } from "preact/hooks";

import { Button } from "../button/Button.jsx";
import { Icon } from "../icon/Icon.jsx";
import "./toast.css";

/**
 * A message that stands over the page for a while: «Удалено. Вернуть». The region itself always stands, or a
 * screen reader would not notice what appears in it. The focus goes back to where it came from.
 *
 * @param {{text: string, action?: string | undefined, onAct?: (() => void) | undefined,
 *   also?: {action: string, act: () => void} | undefined, onClose: () => void,
 *   onHold: (on: boolean) => void}} props `onHold` while the pointer or the focus is at the message
 */
export function Toast({ text, action, onAct, also, onClose, onHold }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const from = useRef(/** @type {Element | null} */ (null));
  useEffect(() => {
    if (!text) from.current = null;
  }, [text]);

  function leave() {
    const back = from.current;
    if (!box.current?.contains(document.activeElement)) return;
    const room = document.querySelector(".room__inside");
    const next = back instanceof HTMLElement && back.isConnected ? back : room;
    if (next instanceof HTMLElement) next.focus();
  }
  return (
    <div class="toasts" role="status" ref={box}>
      {text && (
        <div
          class="toast"
          onPointerEnter={() => onHold(true)}
          onPointerLeave={() => onHold(false)}
          onFocusIn={(event) => {
            const came = event.relatedTarget;
            if (came instanceof Element && !box.current?.contains(came)) from.current = came;
            onHold(true);
          }}
          onFocusOut={() => onHold(false)}
        >
          <span>{text}</span>
          {action && (
            <Button
              onClick={() => {
                leave();
                // What is done may have something to say in its turn.
                onClose();
                onAct?.();
              }}
            >
              {action}
            </Button>
          )}
          {also && (
            <Button
              onClick={() => {
                leave();
                also.act();
                onClose();
              }}
            >
              {also.action}
            </Button>
          )}
          <Button
            label="Закрыть сообщение"
            onClick={() => {
              leave();
              onClose();
            }}
          >
            <Icon sign="close" small />
          </Button>
        </div>
      )}
    </div>
  );
}
