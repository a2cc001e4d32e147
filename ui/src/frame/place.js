/*
 * How a room looked when it was left: how far it was scrolled, what was unfolded, where the caret stood. A
 * room that is entered again by the same address looks so again.
 */

/** What scrolls by itself: the room, the columns of a record, and lists that say so. */
const SCROLLS = ".room__inside, .trio > *, [data-scrolls]";

/**
 * @typedef {object} Look
 * @property {[number, number][]} scrolled of each part that scrolls, in the order of the page
 * @property {Map<string, boolean>} folds
 * @property {string} focus identifier of the field
 */

/** @type {Map<string, Look>} */
const looks = new Map();
/** The field of the room that had the caret last; a press in the rail has taken the caret away already. */
let lastField = "";

let comingBack = false;

/** The rail leads back to where a room was left, place and all. */
export const comeBack = () => (comingBack = true);

/** @param {Element} room */
export function followFocus(room) {
  const follow = (/** @type {Event} */ event) => {
    const { target } = event;
    const typed = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (target instanceof HTMLElement) lastField = typed ? target.id : "";
  };
  room.addEventListener("focusin", follow);
  return () => room.removeEventListener("focusin", follow);
}

/**
 * Keeps the look of the room that is on the screen still.
 *
 * @param {string} address
 * @param {Element} room
 */
export function keepLook(address, room) {
  const scrolled = parts(room).map(
    (part) => /** @type {[number, number]} */ ([part.scrollLeft, part.scrollTop]),
  );
  const folds = new Map(folded(room).map(([key, fold]) => [key, fold.open]));
  looks.set(address, { scrolled, folds, focus: lastField });
  lastField = "";
}

/** Frames that a room may take until it is as long as it was: a fold that opens draws its form first. */
const FRAMES = 15;
/** Set on the room while it is given its look back. */
const RETURNING = "data-returning";
/** After so many frames without a change the room is taken to be whole. */
const STILL = 3;

/**
 * Gives the room the look that it had at this address. A link to a place in a record leads to that place instead.
 *
 * @param {string} address
 * @param {Element} room
 * @param {boolean} toPlace whether the address names a place
 */
export function giveLook(address, room, toPlace) {
  const look = looks.get(address);
  const asked = toPlace && !comingBack;
  comingBack = false;
  if (!look || asked) return;
  let left = FRAMES;
  let still = 0;
  // Whoever acts already is not to find the room moving under the hand.
  const acts = new AbortController();
  for (const kind of ["pointerdown", "wheel", "keydown"])
    addEventListener(kind, () => acts.abort(), { signal: acts.signal, capture: true });
  room.setAttribute(RETURNING, "");
  acts.signal.addEventListener("abort", () => room.removeAttribute(RETURNING));
  const again = () => {
    if (!room.isConnected || acts.signal.aborted) return;
    still = restored(look, room) ? still + 1 : 0;
    left -= 1;
    if (still < STILL && left > 0) return requestAnimationFrame(again);
    acts.abort();
    if (look.focus) document.getElementById(look.focus)?.focus({ preventScroll: true });
  };
  requestAnimationFrame(again);
}

/**
 * @param {Look} look
 * @param {Element} room
 * @returns {boolean} whether nothing was left to do
 */
function restored(look, room) {
  let whole = true;
  for (const [key, fold] of folded(room)) {
    const open = look.folds.get(key);
    if (open === undefined || fold.open === open) continue;
    fold.open = open;
    whole = false;
  }
  const now = parts(room);
  look.scrolled.forEach(([x, y], at) => {
    const part = now[at];
    if (!part || (Math.abs(part.scrollTop - y) < 2 && Math.abs(part.scrollLeft - x) < 2)) return;
    part.scrollTo(x, y);
    whole = false;
  });
  return whole;
}

/** Another file: what was seen in the one before is forgotten. */
export const forgetLooks = () => looks.clear();

/**
 * @param {Element} room
 * @returns {Element[]}
 */
const parts = (room) => [room, ...room.querySelectorAll(SCROLLS)];

/**
 * Folds by their identifier, or by their heading and place among those with the same one.
 *
 * @param {Element} room
 * @returns {[string, HTMLDetailsElement][]}
 */
function folded(room) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return [...room.querySelectorAll("details")].map((fold) => {
    const named = fold.id || fold.querySelector("summary [id]")?.id || fold.className;
    const count = seen.get(named) ?? 0;
    seen.set(named, count + 1);
    return [`${named} ${count}`, fold];
  });
}
