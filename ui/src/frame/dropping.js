/** @import {FilesAbove} from "../components/drop-area/DropArea.jsx" */
import { hearOfFiles } from "../api/attachments.js";
import { DROP_AREA, FILES_ABOVE } from "../components/drop-area/DropArea.jsx";

/**
 * Passes files that are dragged over the window on to the area under them. Where a room has but one area, it
 * takes what is dropped anywhere: the hand is not always sure.
 */
export function followFiles() {
  /** @type {Element | null} */
  let last = null;
  // Without the program (a page opened by itself) nothing is ever dragged.
  hearOfFiles((dragged) => {
    const area = dragged.state === "gone" ? null : areaAt(dragged.x, dragged.y);
    if (last && last !== area) say(last, { state: "gone" });
    last = dragged.state === "over" ? area : null;
    if (!area) return;
    if (dragged.state === "dropped") say(area, { state: "dropped", token: dragged.token });
    else say(area, { state: "over" });
  }).catch(() => {});
}

/**
 * @param {number} x in points of the screen
 * @param {number} y
 */
function areaAt(x, y) {
  const ratio = globalThis.devicePixelRatio || 1;
  const under = document.elementFromPoint(x / ratio, y / ratio);
  const areas = document.querySelectorAll(`[${DROP_AREA}="on"]`);
  return under?.closest(`[${DROP_AREA}="on"]`) ?? (areas.length === 1 ? (areas[0] ?? null) : null);
}

/**
 * @param {Element} area
 * @param {FilesAbove} detail
 */
function say(area, detail) {
  area.dispatchEvent(new CustomEvent(FILES_ABOVE, { detail }));
}
