/**
 * What Ctrl+P prints: the room that shows a paper says so and takes it back when it goes.
 *
 * @type {(() => void) | null}
 */
let printer = null;

/**
 * @param {() => void} print
 * @returns {() => void} takes it back
 */
export function offerPrinting(print) {
  printer = print;
  return () => {
    if (printer === print) printer = null;
  };
}

/** @returns {boolean} whether there was something to print */
export function printNow() {
  printer?.();
  return printer !== null;
}
