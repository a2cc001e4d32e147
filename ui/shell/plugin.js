import { SIGNS } from "../src/components/icon/signs.js";
import { clausesOf } from "../src/features/clauses/of-rooms.js";
import { GREETING, LEAD } from "../src/rooms/first-start/greeting.js";
import { rooms } from "../src/rooms/index.js";
import { NBSP } from "../src/words/dates.js";

/** Where the frame stands in `index.html`. */
const PLACE = "<!-- shell -->";
/** What `src/start.js` loads when the frame is on the screen. */
const REST = "src/main.jsx";

/**
 * Puts the window's frame, and the top of the first start, into the page's file, so that one of them stands with the first
 * picture, and has the rest of the page fetched while that is drawn.
 *
 * @returns {import("vite").Plugin}
 */
export function shell() {
  return {
    name: "shell",
    transformIndexHtml(html, { bundle }) {
      const rest = Object.values(bundle ?? {}).find(
        (piece) => piece.type === "chunk" && piece.facadeModuleId?.endsWith(REST),
      );
      return {
        html: html.replace(PLACE, frame() + firstStart()),
        tags: rest
          ? [{ tag: "link", attrs: { rel: "modulepreload", href: `./${rest.fileName}` } }]
          : [],
      };
    },
  };
}

/** The rail, the bar and the heading as they are drawn before anything is known; an entry can be pressed already. */
export function frame() {
  const seen = rooms.filter((room) => room.icon && !room.hidden);
  const entries = (/** @type {boolean} */ last) =>
    seen.filter((room) => Boolean(room.last) === last).map(entry);
  return [
    '<div class="app" data-shell="rooms" hidden><nav class="rail"><div class="rail__all">',
    `<p class="rail__name"></p><ul>${entries(false).join("")}</ul>`,
    `<ul class="rail__end">${entries(true).join("")}</ul></div></nav>`,
    '<header class="bar"></header><main class="room"><div class="room__inside"><div class="page">',
    "<h1>Смотрим, как идут дела</h1></div></div></main></div>",
  ].join("");
}

/** The top of the first start. */
function firstStart() {
  return [
    '<main class="start" data-shell="first-start" hidden><div class="first"><div>',
    `<h1>${GREETING}</h1><p class="mt-2 lead">${LEAD}</p></div></div></main>`,
  ].join("");
}

/** @param {import("../src/rooms/index.js").Room} room */
function entry({ id, title, icon }) {
  const sign = icon ? SIGNS[icon] : "";
  const isFirst = id === rooms[0]?.id;
  const current = isFirst ? ' aria-current="page"' : "";
  const link = `<a href="#/${id}"${current}><svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><path d="${sign}" /></svg><span>${title}</span></a>`;
  return `<li>${link}${isFirst ? serves(id) : ""}</li>`;
}

/**
 * The clauses under the first room take their line at once, so that the names below do not move when they can be pressed.
 *
 * @param {string} id
 */
function serves(id) {
  const clauses = clausesOf(id).map((clause) => `<span class="clause">п.${NBSP}${clause}</span>`);
  return `<p class="rail__serves">${clauses.join(", ")}</p>`;
}
