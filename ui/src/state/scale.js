import { signal } from "@preact/signals";

import { letterSize } from "../api/program.js";

/** Sizes of letters that are offered, in percent; 100 is 18 px. */
export const SCALES = [100, 110, 125, 150, 175, 200];

const KEY = "scale";
const WIDTHS = /** @type {const} */ ([
  [960, "large"],
  [1180, "narrow"],
]);

export const scale = signal(100);

/** How much fits beside one another; the styles read it from the root. */
export const layout = signal(/** @type {"wide" | "narrow" | "large"} */ ("wide"));

/**
 * The layout for a window: what matters is how many letters fit in its width, which a media query does not
 * see.
 *
 * @param {number} width of the window in pixels
 * @param {number} percent
 * @returns {"wide" | "narrow" | "large"}
 */
export function layoutFor(width, percent) {
  const letters = (width * 100) / percent;
  return WIDTHS.find(([upTo]) => letters <= upTo)?.[1] ?? "wide";
}

/**
 * Letters a step larger or smaller, as Ctrl with plus and minus does it.
 *
 * @param {1 | -1} step
 */
export function changeScale(step) {
  const next = SCALES[SCALES.indexOf(scale.value) + step];
  if (next) chooseScale(next);
}

function apply() {
  // The lists of choices are drawn by the system.
  void letterSize(scale.value).catch(() => {});
  follow();
}

function follow() {
  const root = document.documentElement;
  root.dataset.scale = String(scale.value);
  layout.value = layoutFor(innerWidth, scale.value);
  root.dataset.width = layout.value;
}

/** Sets the kept size and follows the window; called once, before the first picture. */
export function followScale() {
  const kept = Number(localStorage.getItem(KEY));
  if (SCALES.includes(kept)) scale.value = kept;
  apply();
  addEventListener("resize", follow);
}

/** @param {number} percent */
export function chooseScale(percent) {
  scale.value = percent;
  localStorage.setItem(KEY, String(percent));
  apply();
}
