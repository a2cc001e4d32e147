/*
 * Whoever deletes something by keyboard goes on at its neighbour. A room may say where the focus goes; where it does
 * not, and the button that was pressed is gone, the focus would be nowhere, and Tab would begin at the top of the window.
 */

const REACHED =
  "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex='0']";
const ACTS = ["Enter", "NumpadEnter", "Space", "Delete"];
/** Frames that a room has to put the focus where it wants it. */
const FRAMES = 24;

/** @returns {() => void} */
export function keepFocus() {
  /** @type {{element: Element, order: Element[]} | null} */
  let acting = null;
  let waiting = false;

  /** @param {Event} event */
  function note(event) {
    if (event instanceof KeyboardEvent && !ACTS.includes(event.code)) return;
    const element = document.activeElement;
    const room = element?.closest("#room");
    acting = element && room ? { element, order: [...room.querySelectorAll(REACHED)] } : null;
  }
  function look() {
    if (!acting || acting.element.isConnected || waiting) return;
    waiting = true;
    let left = FRAMES;
    const wait = () => {
      left -= 1;
      if (left > 0 && isNowhere()) requestAnimationFrame(wait);
      else {
        waiting = false;
        if (isNowhere() && acting) neighbourOf(acting)?.focus();
        acting = null;
      }
    };
    wait();
  }
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  addEventListener("click", note, true);
  addEventListener("keydown", note, true);
  return () => {
    observer.disconnect();
    removeEventListener("click", note, true);
    removeEventListener("keydown", note, true);
  };
}

const isNowhere = () => !document.activeElement || document.activeElement === document.body;

/**
 * What follows the thing that is gone, or else what stood before it, or else the room.
 *
 * @param {{element: Element, order: Element[]}} acting
 */
function neighbourOf({ element, order }) {
  const at = order.indexOf(element);
  const near = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0)).reverse()];
  const found = near.find((element) => element.isConnected && element.getClientRects().length > 0);
  const next = found ?? document.querySelector("#room .room__inside");
  return next instanceof HTMLElement ? next : null;
}
