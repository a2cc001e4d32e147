/**
 * A circle as a path, so that a sign is one string.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
const ring = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** Signs of 24 × 24, drawn by a line of 1.75 without a fill. Each stands beside its word. */
export const SIGNS = {
  overview: `M3 12h18M6 12V8M11 12V6M16 12V8${ring(6, 17, 1.6)}${ring(16, 17, 1.6)}`,
  meetings: `${ring(8, 8, 3)}M2.5 19c.4-3.4 2.6-5.2 5.5-5.2s5.1 1.8 5.5 5.2M15 5.4a3 3 0 0 1 0 5.3M17.3 14.4c2.3.7 3.8 2.3 4.2 4.6`,
  plan: `M10 6h11M10 12h11M10 18h11M3 6l1.5 1.5L7.2 4.6M3 12l1.5 1.5 2.7-2.9${ring(5, 18, 1.4)}`,
  report: "M6 3h9l4 4v14H6zM15 3v4h4M9.5 17v-3M12.5 17v-6M15.5 17v-4.5",
  people: `M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5z${ring(8.5, 11, 2)}M5.5 16c.4-1.5 1.5-2.2 3-2.2s2.6.7 3 2.2M14.5 10H18M14.5 14H18`,
  decisions: "M5 21V4M5 4.5h11l-2 3.75 2 3.75H5",
  book: "M12 6.5C10 5 7 4.5 3 4.7v13.6c4-.2 7 .3 9 1.8 2-1.5 5-2 9-1.8V4.7c-4-.2-7 .3-9 1.8zM12 6.5v13.6",
  documents: "M3 6.5V19h18V8.5h-9.5L9.5 6z",
  stick:
    "M8.5 9h7a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-9A1.5 1.5 0 0 1 8.5 9zM9 9V3h6v6M11 6v.01M13 6v.01",
  settings: `M4 7h9M17 7h3M4 17h3M11 17h9${ring(15, 7, 2)}${ring(9, 17, 2)}`,
  help: `${ring(12, 12, 9)}M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.8v.01`,
  down: "M6 9.5l6 6 6-6",
  find: `${ring(11, 11, 6.5)}M16 16l4.5 4.5`,
  undo: "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4",
  redo: "M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h4",
  check: "M5 12.5l4.5 4.5L19 7.5",
  print: "M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z",
  save: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14",
  plus: "M12 5v14M5 12h14",
  arrow: "M5 12h14M13 6l6 6-6 6",
  back: "M19 12H5M11 6l-6 6 6 6",
  sheet: "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7",
  warn: "M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.01",
  pencil: "M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19z",
  close: "M6 6l12 12M18 6L6 18",
  bin: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
  up: "M12 19V5M6 11l6-6 6 6",
  lower: "M12 5v14M6 13l6 6 6-6",
  lock: "M6 11h12v9.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2.5",
  grip: "M5 8h14M5 12h14M5 16h14",
};
