/*
 * The field that one writes in lies in sight, with its label and what stands under it. The web view itself is
 * content with a line of it.
 */

/**
 * @param {Element} room
 * @returns {() => void}
 */
export function keepInSight(room) {
  const follow = (/** @type {Event} */ event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches("input, textarea, select, button, a"))
      return;
    // A press of the mouse is where it is; what moves under it would be missed.
    if (!target.matches(":focus-visible") || pressed) return;
    requestAnimationFrame(() => {
      const whole = target.closest(".field, .tick") ?? target;
      const tall = whole.getBoundingClientRect().height > innerHeight / 2;
      (tall ? target : whole).scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  };
  let pressed = false;
  const down = () => (pressed = true);
  const up = () => (pressed = false);
  room.addEventListener("focusin", follow);
  addEventListener("pointerdown", down, true);
  addEventListener("pointerup", up, true);
  addEventListener("keydown", up, true);
  return () => {
    room.removeEventListener("focusin", follow);
    removeEventListener("pointerdown", down, true);
    removeEventListener("pointerup", up, true);
    removeEventListener("keydown", up, true);
  };
}
