/** @import {ComponentChildren} from "preact" */
import "./status.css";

const DISK = "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0";
const WARN = "M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.01";

/** Shape first, then the word, colour third: every status can be read in black and white. */
const SHAPES = {
  done: { tone: "done", disk: true, filled: "", line: "M8 12.3l3 3 5.2-6" },
  going: { tone: "done", disk: false, filled: "M12 3a9 9 0 0 1 0 18z", line: DISK },
  moved: { tone: "soon", disk: false, filled: "", line: `${DISK}M8 12h8M13 9l3 3-3 3` },
  later: { tone: "later", disk: false, filled: "", line: DISK },
  late: { tone: "late", disk: false, filled: "", line: WARN },
  soon: { tone: "soon", disk: false, filled: "", line: WARN },
  writes: { tone: "soon", disk: false, filled: "", line: "M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19z" },
  off: { tone: "later", disk: false, filled: "", line: `${DISK}M6 18L18 6` },
};

/** @typedef {keyof typeof SHAPES} StatusKind */

/**
 * How a thing stands: a shape and a word.
 *
 * @param {{kind: StatusKind, children: ComponentChildren}} props
 */
export function Status({ kind, children }) {
  const { tone, disk, filled, line } = SHAPES[kind];
  return (
    <span class={`st st--${tone}`}>
      <svg class="st__mark" viewBox="0 0 24 24" aria-hidden="true">
        {disk && <path class="st__fill" d={DISK} />}
        {filled && <path class="st__fill" d={filled} />}
        <path class={disk ? "st__inside" : "st__line"} d={line} />
      </svg>
      <span>{children}</span>
    </span>
  );
}
