import { flushFields } from "../../components/field/unsaved.js";
import { notify } from "../../state/messages.js";
import { counted } from "../../words/numbers.js";
import { cleaned } from "../../words/cleaned.js";
import { linesOf, pointsOf, tableAsLines } from "../../words/points.js";

/**
 * What a pasted list is made into.
 *
 * @typedef {object} Several
 * @property {[string, string, string]} words «пункт», «пункта», «пунктов»
 * @property {string} split what is offered where only the lines tell that it is a list: «Разделить на пункты»
 * @property {(texts: string[]) => Promise<((whole: string) => void) | undefined>} spread makes them; answers how they
 *   become one text again
 * @property {boolean} [apart] what stands in the field already is no part of the list
 */

/**
 * A list pasted into a field whose text is one of several. What carries numbers or bullets is taken apart at once and
 * can be put together again; of bare lines it is only asked.
 *
 * @param {ClipboardEvent} event
 * @param {Several} several
 */
export function pasteList(event, { words, split, spread, apart = false }) {
  const field = event.target;
  if (event.defaultPrevented || !(field instanceof HTMLTextAreaElement)) return;
  const text = pastedText(event);
  const marked = pointsOf(text);
  const lines = marked ?? linesOf(text);
  if (!lines || (apart && !marked)) return;
  const before = field.value.slice(0, field.selectionStart);
  const after = field.value.slice(field.selectionEnd);
  const texts = apart ? lines : within(before.trim(), lines, after.trim());
  const whole = before + text.trim() + after;

  const act = async () => {
    flushFields();
    const together = await spread(texts);
    if (together)
      notify({
        text: `Вставлено: ${counted(lines.length, ...words)}.`,
        action: "Оставить одним текстом",
        act: () => together(whole),
      });
  };
  if (marked) {
    event.preventDefault();
    void act();
  } else
    notify({ text: `Вставлено строк: ${lines.length}.`, action: split, act: () => void act() });
}

/**
 * @param {string} before
 * @param {string[]} lines
 * @param {string} after
 */
function within(before, lines, after) {
  const last = lines.length - 1;
  const texts = lines.map((line, at) => (at === last && after ? `${line} ${after}` : line));
  return before ? [before, ...texts] : texts;
}

/**
 * A table pasted into a text: its rows stay lines, and its columns are told apart.
 *
 * @param {ClipboardEvent} event
 * @returns {boolean} whether it was one
 */
export function pasteTable(event) {
  const field = event.target;
  if (event.defaultPrevented || !(field instanceof HTMLTextAreaElement)) return false;
  const lines = tableAsLines(pastedText(event));
  if (lines === null) return false;
  event.preventDefault();
  // The field's own way, so that Ctrl+Z takes it back.
  document.execCommand("insertText", false, lines);
  return true;
}

/** @param {ClipboardEvent} event */
const pastedText = (event) => cleaned(event.clipboardData?.getData("text/plain") ?? "");

/** Said at the field after a table was pasted. */
export const TABLE_SAID =
  "Таблица вставлена строками, столбцы — через тире. Целую таблицу вставляет кнопка «Вставить таблицу» под словами доклада.";
