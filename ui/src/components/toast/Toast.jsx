import { Button } from "../button/Button.jsx";
import "./toast.css";

/**
 * A message that lies above the page for a while: «Удалено. Вернуть». The region itself always stands, or a
 * screen reader would not notice what appears in it.
 *
 * @param {{text: string, action?: string | undefined, onAct?: (() => void) | undefined, onClose: () => void}} props
 */
export function Toast({ text, action, onAct, onClose }) {
  return (
    <div class="toasts" role="status">
      {text && (
        <div class="toast">
          <span>{text}</span>
          {action && (
            <Button
              onClick={() => {
                onAct?.();
                onClose();
              }}
            >
              {action}
            </Button>
          )}
          <Button onClick={onClose}>Закрыть</Button>
        </div>
      )}
    </div>
  );
}
