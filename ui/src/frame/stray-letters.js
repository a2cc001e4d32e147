/*
 * Whoever types without looking up may have left the last field: the letters then fall on a button, and the space
 * between two words would press it. After a letter the space and Enter press nothing, until the focus goes elsewhere
 * or the person rests: only a space by itself is meant for the button.
 */

/** So long nobody rests between two letters of a word that is being typed. */
const TYPING = 3000;

/** Where letters are written: there they and the space mean themselves. */
const WRITTEN =
  'textarea, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';

/**
 * Tells of one key after another whether it belongs to a text typed past every field.
 *
 * @returns {(key: string, at: number, on: unknown) => boolean} `at` in milliseconds, `on` what has the focus
 */
export function strayKeys() {
  let last = { on: /** @type {unknown} */ (null), at: -Infinity };
  return (key, at, on) => {
    if (key === " " || key === "Enter") {
      const stray = last.on === on && at - last.at <= TYPING;
      if (stray) last = { on, at };
      return stray;
    }
    if ([...key].length === 1) last = { on, at };
    return false;
  };
}

/** @returns {() => void} */
export function guardFromStrayLetters() {
  const isStray = strayKeys();
  const listen = (/** @type {KeyboardEvent} */ event) => {
    const { target, key, timeStamp } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(target instanceof Element) || target.matches(WRITTEN)) return;
    if (!isStray(key, timeStamp, target)) return;
    // A list is chosen from by letters and Enter ends that; a space would open it over the rest of the text.
    if (key === "Enter" && target instanceof HTMLSelectElement) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("keydown", listen, { capture: true });
  return () => removeEventListener("keydown", listen, { capture: true });
}
