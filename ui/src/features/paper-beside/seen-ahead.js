import { forgetAhead, lookAhead } from "../../state/ahead.js";
import { saving } from "../../state/records.js";

/**
 * Lets the paper show a text while it is being typed. Only for a field whose saving changes records and does nothing else.
 *
 * @param {(text: string) => void} save
 */
export const seenAhead = (save) => (/** @type {string | null} */ text) => {
  if (text !== null) lookAhead(() => save(text));
  // Nothing is on its way where the text is again what the disk has.
  else if (saving.peek().state !== "writing") forgetAhead();
};
