/** @import {PagePlace as Place} from "../../api/types/commands" */
import { useEffect, useState } from "preact/hooks";

/**
 * Which part of the form beside is written: the nearest `data-place` around what has the focus, or was found and
 * is `shown`, such as `question.2.decision.1`. It stays while the person reads the paper or the list; a field of
 * the form that stands nowhere on the paper has none.
 *
 * @param {{current: HTMLElement | null}} paper an element of the `.trio`
 */
export function usePlaceAtWork(paper) {
  const [place, setPlace] = useState("");
  useEffect(() => {
    const trio = paper.current?.closest(".trio");
    if (!trio) return;
    const follow = (/** @type {Event} */ event) => {
      const at = event.target;
      if (!(at instanceof Element) || !at.closest(".trio__form")) return;
      const part = at.closest("[data-place]");
      setPlace(part instanceof HTMLElement ? (part.dataset.place ?? "") : "");
    };
    trio.addEventListener("focusin", follow);
    trio.addEventListener("shown", follow);
    return () => {
      trio.removeEventListener("focusin", follow);
      trio.removeEventListener("shown", follow);
    };
  }, []);
  return place;
}

/**
 * Where a part of the form stands on the paper. One that is still empty is not printed: then the last that is
 * printed of the part around it is shown, such as `question.2.decision.1` for `question.2.vote`.
 *
 * @param {Place[]} places
 * @param {string} wanted
 * @returns {Place[]}
 */
export function placesOf(places, wanted) {
  for (let name = wanted; ; name = name.slice(0, name.lastIndexOf("."))) {
    const exact = places.filter((stands) => stands.name === name);
    if (exact.length > 0) return exact;
    if (!name.includes(".")) return [];
    const last = places.filter((stands) => stands.name.startsWith(`${name}.`)).at(-1);
    if (last) return places.filter((stands) => stands.name === last.name);
  }
}
