import { SIGNS } from "./signs.js";
import "./icon.css";

/** @typedef {keyof typeof SIGNS} Sign */

/** @param {{sign: Sign, small?: boolean}} props */
export function Icon({ sign, small = false }) {
  return (
    <svg class={small ? "ico ico--s" : "ico"} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGNS[sign]} />
    </svg>
  );
}
