/** @import {TextareaHTMLAttributes} from "preact" */

/**
 * A text area that grows with its text: an unseen copy of the text stands under it and gives the height, since not
 * every WebKit can size a field by its content. A field of several `rows` has room for them from the beginning.
 *
 * @param {Omit<TextareaHTMLAttributes, "rows"> & {rows?: number, text: string, unsaved: string | undefined}} props
 */
export function Growing({ text, unsaved, rows = 1, ...wiring }) {
  return (
    <span class="grows">
      <textarea
        {...wiring}
        rows={rows}
        class="in"
        value={text}
        data-unsaved={unsaved}
        data-prose=""
      />
      <span
        class="in grows__copy"
        aria-hidden="true"
        style={{ minHeight: `calc(${rows} * var(--l-base) + 0.9rem + 2px)` }}
      >
        {text}{" "}
      </span>
    </span>
  );
}
