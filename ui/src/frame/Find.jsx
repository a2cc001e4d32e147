import { useEffect, useRef, useState } from "preact/hooks";

import { search } from "../api/search.js";
import { Icon } from "../components/icon/Icon.jsx";
import { community } from "../state/file.js";
import { go, href, route } from "../state/route.js";
import { counted } from "../words/numbers.js";
import { clearMarks, goInto, show, showWhenThere } from "./find/show.js";
import { findSpots } from "./find/spots.js";
import { FIND_ID } from "./keys.js";
import { meaningOf } from "./meaning.js";
import "./find/find.css";

/** How long the words may rest before they are searched for. */
const PAUSE = 250;

/**
 * Rooms that hold one thing to look through; elsewhere all records are searched at once.
 *
 * @type {{[room: string]: string}}
 */
const WITHIN = {
  meetings: "В этом протоколе",
  plan: "В этом плане",
  report: "В этом отчёте",
  people: "В составе",
  decisions: "В решениях",
};

/**
 * The field of the bar: it finds within the record that is open first, and in all records when it is asked again.
 */
export function Find() {
  const { room, id, words: sought } = route.value;
  const asked = room === "search" ? id : "";
  const within = WITHIN[room];
  const [words, setWords] = useState(asked);
  const [here, setHere] = useState(/** @type {{at: number, of: number} | null} */ (null));
  const [everywhere, setEverywhere] = useState(/** @type {number | null} */ (null));
  const timer = useRef(0);
  const turn = useRef(0);
  useEffect(() => {
    setWords(asked);
    close();
  }, [asked, room, id]);
  useEffect(() => (sought ? showWhenThere(sought) : undefined), [room, id, sought]);
  useEffect(() => {
    // Marks show what was found, not what is written now.
    const onInput = (/** @type {Event} */ event) => {
      const { target } = event;
      if (target instanceof Element && target.id !== FIND_ID) clearMarks();
    };
    addEventListener("input", onInput);
    return () => removeEventListener("input", onInput);
  }, []);

  function close() {
    clearTimeout(timer.current);
    turn.current += 1;
    clearMarks();
    setHere(null);
    setEverywhere(null);
  }
  /** @param {string} text */
  function findEverywhere(text) {
    clearTimeout(timer.current);
    if (text.trim()) go(href("search", text.trim()));
  }
  /**
   * @param {string} text
   * @param {number} at
   */
  async function findHere(text, at) {
    clearTimeout(timer.current);
    if (!text.trim()) return close();
    const mine = (turn.current += 1);
    const spots = await findSpots(text);
    // The words were changed meanwhile.
    if (mine !== turn.current) return;
    const of = spots.length;
    const next = of > 0 ? (at + of) % of : 0;
    setHere({ at: next, of });
    await show(text, spots, next);
  }
  /** Leaves the field for the place that is shown. */
  async function goThere() {
    const spot = here && (await findSpots(words))[here.at];
    close();
    if (spot) goInto(spot);
  }
  /** @param {string} text */
  function countEverywhere(text) {
    const whose = community.value?.id;
    if (!whose || !text.trim()) return;
    search(whose, text).then(
      (hits) => setEverywhere(hits.length),
      () => setEverywhere(null),
    );
  }

  return (
    <search class="find">
      <label for={FIND_ID}>
        <Icon sign="find" small />
        Найти
      </label>
      <input
        id={FIND_ID}
        type="search"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={here ? "find-here" : undefined}
        value={words}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setWords(text);
          clearTimeout(timer.current);
          if (!text.trim()) return close();
          const rested = () => {
            if (!within) return findEverywhere(text);
            void findHere(text, 0);
            countEverywhere(text);
          };
          timer.current = Number(setTimeout(rested, PAUSE));
        }}
        onKeyDown={(event) => {
          if (event.code === "Enter" || event.code === "NumpadEnter") {
            if (!within) return findEverywhere(words);
            if (here) void findHere(words, here.at + (event.shiftKey ? -1 : 1));
            else {
              void findHere(words, 0);
              countEverywhere(words);
            }
          } else if (event.code === "Escape" && here) {
            event.preventDefault();
            void goThere();
          } else if (within && here && meaningOf(event) === "find") {
            // Asked again, the key leads to all records.
            event.preventDefault();
            event.stopPropagation();
            findEverywhere(words);
          }
        }}
        onBlur={(event) => {
          const next = event.relatedTarget;
          if (next instanceof Element && next.closest(".find")) return;
          setHere(null);
        }}
      />
      <kbd>Ctrl+F</kbd>
      {here && within && (
        <div class="find__here">
          <p id="find-here" role="status">
            <b>{placeWords(within, here)}</b>
          </p>
          {here.of > 1 && (
            <p class="small soft">
              <kbd>Enter</kbd> — следующее место, <kbd>Shift+Enter</kbd> — предыдущее
            </p>
          )}
          <p>
            <a href={href("search", words.trim())}>{everywhereWords(everywhere)}</a>{" "}
            <kbd>Ctrl+F</kbd>
          </p>
        </div>
      )}
    </search>
  );
}

/**
 * @param {string} within
 * @param {{at: number, of: number}} here
 */
function placeWords(within, { at, of }) {
  if (of === 0) return `${within} такого нет`;
  if (of === 1) return `${within}: одно место`;
  return `${within}: ${at + 1}-е из ${counted(of, "места", "мест", "мест")}`;
}

/** The search shows no more than this. */
const MOST = 50;

/** @param {number | null} count */
function everywhereWords(count) {
  if (count === null) return "Искать во всех записях";
  if (count === 0) return "Во всех записях ничего не нашлось";
  if (count >= MOST) return "Показать во всех записях";
  return `Показать во всех записях: ${counted(count, "запись", "записи", "записей")}`;
}
