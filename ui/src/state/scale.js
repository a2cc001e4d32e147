import { signal } from "@preact/signals";

/** Sizes of letters that are offered, in percent; 100 is 18 px. */
export const SCALES = [100, 110, 125, 150, 175, 200];

const KEY = "scale";
const WIDTHS = /** @type {const} */ ([
  [960, "large"],
  [1180, "narrow"],
]);

export const scale = signal(100);

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

function apply() {
  const root = document.documentElement;
  root.dataset.scale = String(scale.value);
  root.dataset.width = layoutFor(innerWidth, scale.value);
}

/** Sets the kept size and follows the window; called once, before the first picture. */
export function followScale() {
  const kept = Number(localStorage.getItem(KEY));
  if (SCALES.includes(kept)) scale.value = kept;
  apply();
  addEventListener("resize", apply);
}

/** @param {number} percent */
export function chooseScale(percent) {
  scale.value = percent;
  localStorage.setItem(KEY, String(percent));
  apply();
}
