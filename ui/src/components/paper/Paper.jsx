/** @import {Spot} from "./use-follow.js" */
import { useEffect, useRef, useState } from "preact/hooks";

import { Sheet } from "./Sheet.jsx";
import { useFollow } from "./use-follow.js";
import "./paper.css";

/** A4 is 595 points wide; the images are asked for by pixels for one point. */
const POINTS = 595;

/** @type {Spot[]} */
const NOWHERE = [];

/**
 * @typedef {object} PaperPages
 * @property {number} token names the composition; another one means that the pages changed
 * @property {string} title
 * @property {number} pages
 * @property {string[]} [prints] what each page shows, as a word: a page whose word stays is not asked for again
 */

/**
 * The paper as it will be printed. A new composition replaces the pages that show something else, each when its
 * image is decoded, so that nothing flickers and the place in the paper is kept.
 *
 * The part that is being written is marked, and comes into sight when it becomes another one.
 *
 * @param {{paper: PaperPages | null, at?: string, here?: Spot[],
 *   load: (token: number, page: number, scale: number) => Promise<ArrayBuffer>}} props `at` names that
 *   part, `here` says where it stands
 */
export function Paper({ paper, load, at = "", here = NOWHERE }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const scale = useScale(box);
  useFollow(box, at, here);
  return (
    <div class="papers" ref={box}>
      {paper &&
        scale > 0 &&
        Array.from({ length: paper.pages }, (_, page) => (
          <Sheet
            key={page}
            token={paper.token}
            print={paper.prints?.[page] ?? String(paper.token)}
            page={page}
            scale={scale}
            here={here.filter((place) => place.page === page)}
            name={`${paper.title}, лист ${page + 1} из ${paper.pages}`}
            load={load}
          />
        ))}
    </div>
  );
}

/**
 * Pixels for one point at the width that the paper has on this screen, in quarters, so that a small change of
 * the window asks for no new images.
 *
 * @param {{current: HTMLDivElement | null}} box
 */
function useScale(box) {
  const [scale, setScale] = useState(0);
  useEffect(() => {
    const paper = box.current;
    if (!paper) return;
    const measure = () => {
      const exact = (paper.clientWidth * (globalThis.devicePixelRatio || 1)) / POINTS;
      if (exact > 0) setScale(Math.min(4, Math.max(0.5, Math.ceil(exact * 4) / 4)));
    };
    // Pages drawn inside of the observer's own turn would change what it observes.
    const watch = new ResizeObserver(() => requestAnimationFrame(measure));
    watch.observe(paper);
    measure();
    return () => watch.disconnect();
  }, []);
  return scale;
}
