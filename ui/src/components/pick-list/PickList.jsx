/** @import {ComponentChildren} from "preact" */
import { useEffect, useRef } from "preact/hooks";

import "./pick-list.css";

/**
 * @typedef {object} Pick
 * @property {string} id
 * @property {string} href
 * @property {ComponentChildren} title
 * @property {ComponentChildren} [below] a status, or a soft line
 */

/**
 * Records to choose from: a column beside the record when the window is wide, a strip above it when narrow.
 *
 * @param {{label: string, items: Pick[], current: string}} props
 */
export function PickList({ label, items, current }) {
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  useEffect(() => {
    // The chosen record may lie outside of a long list when it was reached from elsewhere.
    list.current
      ?.querySelector("[aria-current]")
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  return (
    <ul class="pick" aria-label={label} ref={list}>
      {items.map(({ id, href, title, below }) => (
        <li key={id}>
          <a href={href} aria-current={id === current ? "true" : undefined}>
            <b>{title}</b>
            {below}
          </a>
        </li>
      ))}
    </ul>
  );
}
