import { useEffect, useRef } from "preact/hooks";

import "./menu.css";

/**
 * What can be chosen under a field. The focus stays in the field, which says which line is current.
 *
 * @param {{id: string, label: string, lines: {id: string, text: string, soft?: string | undefined}[], current: number,
 *   onChoose: (at: number) => void}} props
 */
export function Menu({ id, label, lines, current, onChoose }) {
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  useEffect(() => list.current?.scrollIntoView({ block: "nearest" }), []);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <ul class="menu" id={id} role="listbox" aria-label={label} ref={list}>
      {lines.map((line, at) => (
        <li
          key={line.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === current}
          // Pressed before the field loses the focus, so that leaving it does not close the menu first.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(at);
          }}
        >
          {line.text}
          {line.soft && <span class="soft">, {line.soft}</span>}
        </li>
      ))}
    </ul>
  );
}
