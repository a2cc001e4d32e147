import { signal } from "@preact/signals";

const KEY = "typography";

/** Whether quotes, dashes and dots are set right while they are typed. */
export const typography = signal(true);

/** Sets what was chosen; called once, before the first picture. */
export function followTypography() {
  typography.value = localStorage.getItem(KEY) !== "off";
}

/** @param {boolean} on */
export function chooseTypography(on) {
  typography.value = on;
  localStorage.setItem(KEY, on ? "on" : "off");
}
