/*
 * Straight quotes, hyphens and three dots as a Russian typesetter would put them, while the text is typed: each
 * function looks at what stands before the caret, the sign just typed included, and at what follows.
 */

/**
 * @typedef {object} Mended
 * @property {number} back how many signs before the caret go
 * @property {string} put what comes in their place
 */

/** Signs after which something may have to be mended. */
export const TRIGGERS = ['"', "-", " ", "."];

/**
 * @param {string} before the text up to the caret, with the sign just typed at its end
 * @param {string} after the text behind the caret
 * @returns {Mended | null}
 */
export function mended(before, after) {
  switch (before.at(-1)) {
    case '"':
      return quote(before.slice(0, -1));
    case "-":
      return dash(before, after);
    case " ":
      // «слово - », once the second space says that it is no hyphen.
      return /\S[ \u00a0]- $/.test(before) ? { back: 2, put: "— " } : null;
    case ".":
      return /(?<!\.)\.{3}$/.test(before) ? { back: 3, put: "…" } : null;
    default:
      return null;
  }
}

/**
 * @param {string} before
 * @param {string} after
 * @returns {Mended | null}
 */
function dash(before, after) {
  if (/(?<!-)--$/.test(before)) return { back: 2, put: "—" };
  // Put between two spaces that stood there already.
  return /\S[ \u00a0]-$/.test(before) && after.startsWith(" ") ? { back: 1, put: "—" } : null;
}

/**
 * The quote that belongs here: «…» outside, „…“ within. A straight one stays where it means inches («19"») or
 * answers another straight one.
 *
 * @param {string} before without the quote itself
 * @returns {Mended | null}
 */
function quote(before) {
  const paragraph = before.slice(before.lastIndexOf("\n") + 1);
  const open = unclosed(paragraph);
  const last = paragraph.at(-1) ?? "";
  const innermost = open.at(-1);
  if (innermost === '"') return null;
  const opens = last === "" || /[\s([{<«„—–/]/.test(last) || (last === "-" && !innermost);
  if (opens) return { back: 1, put: innermost === "«" ? "„" : "«" };
  if (innermost) return { back: 1, put: closing(innermost) };
  return /\p{N}/u.test(last) ? null : { back: 1, put: "»" };
}

/** @param {string} opening */
const closing = (opening) => (opening === "„" ? "“" : "»");

/**
 * The quotes of a paragraph that are open at its end, the outermost first.
 *
 * @param {string} paragraph
 */
function unclosed(paragraph) {
  /** @type {string[]} */
  const open = [];
  for (const [at, sign] of [...paragraph].entries()) {
    if (sign === "«" || sign === "„") open.push(sign);
    else if (sign === "»") open.splice(Math.max(0, open.lastIndexOf("«")));
    else if (sign === "“" && open.at(-1) === "„") open.pop();
    else if (sign === '"') {
      // Inches stand behind a figure and open nothing.
      if (open.at(-1) === '"') open.pop();
      else if (!/\p{N}/u.test([...paragraph][at - 1] ?? "")) open.push('"');
    }
  }
  return open;
}
