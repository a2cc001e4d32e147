/** @import {Step} from "../api/types/views" */
import { oneOf, records } from "../state/records.js";
import { go, href, hrefOf, route } from "../state/route.js";
import { caretAfter } from "./caret.js";

/*
 * Taking a step back or forth shows its place: the record is opened before, what has changed in it is marked after.
 * The field is found by what it shows, so that no form has to name its fields for that.
 */

const FIELDS = "input, textarea, select";
/** Frames that a room is given to draw itself. */
const FRAMES = 12;
/** How long the place stays marked. */
const MARKED = 2_500;

/**
 * Goes to the record of a step, where it is not in sight already.
 *
 * @param {Step} step
 */
export async function showStep(step) {
  await goTo(step);
  const before = shown();
  const known = exists(step);
  return async (/** @type {Step} */ done) => {
    // A record that comes back could not be opened before.
    if (!known && exists(done)) await goTo(done);
    for (let left = FRAMES; left > 0; left -= 1) {
      await frame();
      if (mark(done, before, left === 1)) return;
    }
  };
}

/** @param {Step} step */
const exists = ({ id }) => records.value.has(id);

/** @param {Step} step */
async function goTo(step) {
  const { kind, id, part, marking, many } = step;
  const to =
    marking && part
      ? href("decisions", part)
      : hrefOf(kind, id, inTheAgenda(step) ? (part ?? "") : "");
  const [, room = ""] = to.split("/");
  if (many || !exists(step)) {
    if (route.value.room !== room) await arrive(href(room));
    return;
  }
  if (!isInSight(step, room)) await arrive(to);
  await unfold(step);
}

/** @param {string} to */
async function arrive(to) {
  go(to);
  // The address is followed in a task of its own, and a question that is unfolded draws its form after that.
  await frames(FRAMES);
}

/** A question that the address names lies open. @param {Step} step */
const inTheAgenda = ({ kind, marking }) => kind === "meeting" && !marking;

/** A folded question has no fields until it is opened. @param {Step} step */
async function unfold({ id, part }) {
  const items = oneOf("meeting", id)?.protocol?.items ?? [];
  const item = items.find(
    (question) => question.id === part || question.decisions.some((it) => it.id === part),
  );
  const fold = document.getElementById(item?.id ?? "")?.closest("details:not([open])");
  if (!(fold instanceof HTMLDetailsElement)) return;
  fold.open = true;
  await frames(FRAMES);
}

/**
 * Whether the place can be seen without going anywhere: its record is the one that is open, or a row of the table is.
 *
 * @param {Step} step
 * @param {string} room
 */
function isInSight({ id, part, marking }, room) {
  if (route.value.room !== room) return false;
  if (marking) return route.value.id === part || Boolean(part && rowOf(part));
  const open = route.value.id === id || oneOf("membership", id)?.person === route.value.id;
  return open || rowOf(id) !== null;
}

/** The row of a table that leads to a record; the list beside a form has such links too. @param {string} id */
function rowOf(id) {
  const link = document.querySelector(`#room a[href$="/${CSS.escape(id)}"]`);
  return link && !link.closest(".trio__list, nav") ? link.closest("tr, li, [role='row']") : null;
}

/** What every field of the room shows. @returns {Map<Element, string>} */
function shown() {
  const fields = document.querySelectorAll(`#room :is(${FIELDS})`);
  return new Map([...fields].map((field) => [field, valueOf(field)]));
}

/** @param {Element} field */
function valueOf(field) {
  if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type))
    return String(field.checked);
  return field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
    ? field.value
    : "";
}

/**
 * Marks what has changed; says whether anything could be marked.
 *
 * @param {Step} step
 * @param {Map<Element, string>} before
 * @param {boolean} last whether the whole row will do, since no field has changed so far
 */
function mark(step, before, last) {
  const now = shown();
  const changed = [...now].filter(
    ([field, value]) => before.has(field) && before.get(field) !== value,
  );
  // A radio button that was let go of is not the place; the one that is on is.
  const field = (changed.find(([, value]) => value !== "false") ?? changed[0])?.[0];
  const come = [...now.keys()].find((key) => !before.has(key));
  const row = last ? (document.getElementById(step.part ?? "") ?? rowOf(step.id)) : null;
  // Where a whole form was drawn anew, everything has come and nothing tells the place but its name.
  const anew = before.size > 0 && ![...before.keys()].some((element) => element.isConnected);
  const place = field ?? (anew ? row : (come ?? row));
  if (!(place instanceof HTMLElement)) return false;
  reveal(place);
  if (field) putCaret(field, before.get(field) ?? "");
  return true;
}

/** @param {HTMLElement} place */
function reveal(place) {
  for (
    let fold = place.closest("details:not([open])");
    fold;
    fold = fold.parentElement?.closest("details:not([open])") ?? null
  ) {
    fold.setAttribute("open", "");
  }
  const around = place.closest(".field, label, tr, li") ?? place;
  const box = around.getBoundingClientRect();
  const room = document
    .querySelector("#room .trio__form, #room .room__inside")
    ?.getBoundingClientRect();
  const seen = room && box.top >= room.top && box.bottom <= Math.min(room.bottom, innerHeight);
  if (!seen) around.scrollIntoView({ block: "center" });
  around.classList.remove("stepped");
  // The mark begins anew where the same place is marked twice.
  void around.getBoundingClientRect();
  around.classList.add("stepped");
  setTimeout(() => around.classList.remove("stepped"), MARKED);
}

/**
 * Whoever works in the fields goes on in the one that has changed, behind what came back; whoever pressed the button
 * of the bar stays there and may press it again.
 *
 * @param {Element} field
 * @param {string} before
 */
function putCaret(field, before) {
  if (!(field instanceof HTMLElement)) return;
  const inside = document.activeElement;
  if (inside?.closest(".bar") || inside?.closest(".toasts")) return;
  if (inside !== field) field.focus({ preventScroll: true });
  const typed =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.type === "text");
  if (!typed) return;
  const caret = caretAfter(before, field.value);
  field.setSelectionRange(caret, caret);
}

/** A window that nobody sees draws no frames; the step is taken all the same. */
const frame = () =>
  new Promise((/** @type {(value?: undefined) => void} */ next) => {
    const timer = setTimeout(next, 60);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      next();
    });
  });

/** @param {number} count */
async function frames(count) {
  for (let left = count; left > 0; left -= 1) await frame();
}
