import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * @typedef {object} Spot a part of a page
 * @property {number} page from 0
 * @property {number} top as a portion of the page's height
 * @property {number} bottom
 */

/**
 * Brings the part that is written into sight, once for each time that it becomes another one: whoever reads the
 * paper or scrolls it is left alone. A part that is not printed yet is brought when it is.
 *
 * @param {{current: HTMLElement | null}} box
 * @param {string} at the name of the part
 * @param {Spot[]} here where it stands
 */
export function useFollow(box, at, here) {
  const followed = useRef("");
  useLayoutEffect(() => {
    if (!at) followed.current = "";
    const first = here[0];
    if (!at || !first || followed.current === at) return;
    const sheet = box.current?.children[first.page];
    const scroller = box.current && scrollerOf(box.current);
    if (!sheet || !scroller) return;
    followed.current = at;
    const page = sheet.getBoundingClientRect();
    const window = scroller.getBoundingClientRect();
    const top = page.top + first.top * page.height - window.top;
    const bottom = page.top + first.bottom * page.height - window.top;
    const seen = top >= 0 && Math.min(bottom, top + window.height / 2) <= window.height;
    if (!seen) scroller.scrollTop += top - window.height / 4;
  }, [at, here]);
}

/** @param {HTMLElement} inside */
function scrollerOf(inside) {
  for (let box = inside.parentElement; box; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}
