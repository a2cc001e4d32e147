/** @import {Draft} from "../api/types/views" */

/**
 * What could not be saved: where, why, and the text itself, which can be selected and copied.
 *
 * @param {{draft: Draft}} props
 */
export function DraftText({ draft }) {
  const { place, label, text, why } = draft;
  return (
    <>
      <p>
        <b>
          {capital(place)}
          {label && `, «${label}»`}
        </b>
        {why && <span class="soft"> {capital(why)}</span>}
      </p>
      {text && <p class="draft-text">{text}</p>}
    </>
  );
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
