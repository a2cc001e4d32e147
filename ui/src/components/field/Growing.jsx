/** @import {TextareaHTMLAttributes} from "preact" */

/**
 * A text area that grows with its text: an unseen copy of the text stands in the same cell and gives the
 * height, since not every WebKit can size a field by its content.
 *
 * @param {TextareaHTMLAttributes & {text: string, unsaved: string | undefined}} props
 */
export function Growing({ text, unsaved, ...wiring }) {
  return (
    <span class="grows">
      <textarea {...wiring} class="in" value={text} data-unsaved={unsaved} data-prose="" />
      <span class="in grows__copy" aria-hidden="true">
        {text}{" "}
      </span>
    </span>
  );
}
