/** @typedef {{text: string, html: string | null}} Pasted what the clipboard held */

/**
 * Hears of Ctrl+V outside a field. In a field it belongs to the field, and in a question to the question.
 *
 * @param {(pasted: Pasted) => void} hear
 * @returns {() => void} stops it
 */
export function onPaste(hear) {
  /** @param {ClipboardEvent} event */
  function paste(event) {
    const at = event.target;
    if (
      at instanceof Element &&
      at.closest("input:not([type=checkbox], [type=radio]), textarea, dialog")
    )
      return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!isTable(text, html)) return;
    event.preventDefault();
    hear({ text, html: html || null });
  }
  addEventListener("paste", paste);
  return () => removeEventListener("paste", paste);
}

/**
 * Whether it can be a table at all: a word that was copied by chance opens nothing.
 *
 * @param {string} text
 * @param {string} html
 */
export const isTable = (text, html) =>
  /<table[\s>]/i.test(html) || /\t/.test(text) || text.trim().split("\n").length > 2;
