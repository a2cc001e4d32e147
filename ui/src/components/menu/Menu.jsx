import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import "./menu.css";

/** As high as the list may be, where the window has room for it. */
const HEIGHT = 324;
const GAP = 8;

/**
 * What can be chosen under a field, or above it where there is no room below: the page stays where it is. The
 * focus stays in the field, which says which line is current.
 *
 * @param {{id: string, label: string,
 *   lines: {id: string, text: string, soft?: string | undefined, adds?: boolean | undefined}[],
 *   more?: number, current: number, onChoose: (at: number) => void}} props `more` are not shown
 */
export function Menu({ id, label, lines, more = 0, current, onChoose }) {
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  useLayoutEffect(() => {
    if (list.current) place(list.current);
  }, [lines.length]);
  useEffect(() => {
    const line = list.current?.children[current];
    if (list.current && line instanceof HTMLElement) showLine(list.current, line);
  }, [current]);
  return (
    <ul
      class="menu"
      id={id}
      role="listbox"
      aria-label={label}
      ref={list}
      // Its scroll bar is no reason to leave the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {lines.map((line, at) => (
        <li
          key={line.id}
          id={`${id}-${at}`}
          class={line.adds ? "menu__add" : undefined}
          role="option"
          aria-selected={at === current}
          // Pressed before the field loses the focus, so that leaving it does not close the menu first.
          onMouseDown={(event) => {
            event.preventDefault();
            if (event.button === 0) onChoose(at);
          }}
        >
          {line.text}
          {line.soft && <span class="soft">, {line.soft}</span>}
        </li>
      ))}
      {more > 0 && (
        <li role="presentation" class="menu__more">
          и ещё {more}: наберите ещё одну букву
        </li>
      )}
    </ul>
  );
}

/** @param {HTMLElement} list */
function place(list) {
  const field = list.parentElement?.querySelector("input, textarea") ?? list.parentElement;
  if (!field) return;
  const { top, bottom } = field.getBoundingClientRect();
  const seen = seenPart(field);
  const below = seen.bottom - bottom - GAP;
  const above = top - seen.top - GAP;
  const up = below < Math.min(HEIGHT, list.scrollHeight) && above > below;
  list.classList.toggle("menu--up", up);
  list.style.maxHeight = `${Math.max(80, Math.min(HEIGHT * letters(), up ? above : below))}px`;
}

/** How much larger than usual the letters are. */
const letters = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 18;

/**
 * Between which heights a part of the page is seen: those of the window and of whatever scrolls around it.
 *
 * @param {Element} inside
 */
function seenPart(inside) {
  let [top, bottom] = [0, innerHeight];
  for (let at = inside.parentElement; at; at = at.parentElement) {
    if (!/auto|scroll|hidden/.test(getComputedStyle(at).overflowY)) continue;
    const around = at.getBoundingClientRect();
    top = Math.max(top, around.top);
    bottom = Math.min(bottom, around.bottom);
  }
  return { top, bottom };
}

/**
 * Scrolls the list alone: scrolling a line into view would move the page as well.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement} line
 */
function showLine(list, line) {
  const { offsetTop: from, offsetHeight: height } = line;
  if (from < list.scrollTop) list.scrollTop = from;
  else if (from + height > list.scrollTop + list.clientHeight)
    list.scrollTop = from + height - list.clientHeight;
}
