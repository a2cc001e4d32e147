/** @import {Doubted} from "../../words/doubted.js" */
/*
 * What stands between the letters of a field that is typed in any way and the value that is saved: a date, a
 * term, a number. It is read when typing pauses, to show what will stand there, and for good when the field is
 * left; what cannot be read stays as typed, with the reason.
 */

import { taken } from "../../words/doubted.js";

/** The hint under the field follows the letters after this pause. */
const PAUSE = 250;

/**
 * @template T
 * @typedef {object} Wishes what the field was last drawn with
 * @property {string} shown what stands there while nothing is typed
 * @property {(text: string) => Promise<T | Doubted<T> | null>} read rejects with a sentence
 * @property {(value: T) => string} preview
 * @property {(value: T | null) => unknown} onSave
 * @property {string | undefined} required said when the field is left empty
 */

/**
 * @typedef {object} Standing
 * @property {string | null} typed nothing while the value itself stands there
 * @property {string} fault
 * @property {string} seen what the typed text will become
 * @property {string} doubt why what was taken is perhaps not what was meant; it stays until one types again
 */

/**
 * @template T
 * @param {{changed: (now: Standing) => void, hold: () => () => void}} field `hold` tells others that the field
 *   holds text, and answers how to take that back
 */
export function createReading({ changed, hold }) {
  /** @type {Standing} */
  let now = { typed: null, fault: "", seen: "", doubt: "" };
  /** @type {Wishes<T> | null} */
  let wishes = null;
  /** Those that stood when the text was typed: it belongs to that record, whatever stands here when it leaves.
   * @type {Wishes<T> | null} */
  let typedUnder = null;
  /** @type {{text: string, done: Promise<void>} | null} */
  let reading = null;
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let release = () => {};

  /** @param {Partial<Standing>} what */
  function put(what) {
    const before = now;
    now = { ...now, ...what };
    if (before.typed === null && now.typed !== null) release = hold();
    if (before.typed !== null && now.typed === null) release();
    if (
      before.typed !== now.typed ||
      before.fault !== now.fault ||
      before.seen !== now.seen ||
      before.doubt !== now.doubt
    ) {
      changed(now);
    }
  }
  /** Whatever is being read is of no use any more. */
  function turnOver() {
    clearTimeout(timer);
    reading = null;
    return (turn += 1);
  }

  /**
   * @param {string} text
   * @param {Wishes<T>} by
   */
  async function take(text, by) {
    const mine = turnOver();
    put({ seen: "" });
    if (text.trim() === by.shown.trim()) return put({ typed: null, fault: "" });
    if (!text.trim()) {
      if (by.required) return put({ fault: by.required });
      put({ typed: null, fault: "" });
      await by.onSave(null);
      return;
    }
    let got;
    try {
      got = await by.read(text);
    } catch (refusal) {
      if (mine !== turn) return;
      reading = null;
      return put({ fault: sentence(refusal) });
    }
    if (mine !== turn) return;
    reading = null;
    if (got === null) {
      put({ typed: null, fault: "" });
      await by.onSave(null);
      return;
    }
    const { value, doubt } = taken(got);
    put({ typed: null, fault: "", doubt });
    await by.onSave(value);
  }

  return {
    now: () => now,
    /** @param {Wishes<T>} next */
    wish(next) {
      wishes = next;
    },
    /** @param {string} text */
    type(text) {
      const mine = turnOver();
      const by = (typedUnder = wishes);
      put({ typed: text, fault: "", seen: "", doubt: "" });
      if (!by || !text.trim()) return;
      timer = setTimeout(() => {
        by.read(text).then(
          (got) => {
            if (mine !== turn || got === null) return;
            const { value, doubt } = taken(got);
            const words = by.preview(value);
            // A bare number says nothing that is not seen already.
            const seen = words ? `Будет: ${words}` : "";
            put({ seen: doubt && seen ? `${seen.replace(/\.$/, "")}. ${doubt}` : doubt || seen });
          },
          // Half a date is no mistake yet; it is said when the field is left.
          () => {},
        );
      }, PAUSE);
    },
    /**
     * Takes what stands in the field. Asked twice for the same text, it is read once and both wait for it.
     *
     * @returns {Promise<void>}
     */
    commit() {
      const text = now.typed;
      if (text === null || !typedUnder) return Promise.resolve();
      if (reading?.text === text) return reading.done;
      const done = take(text, typedUnder);
      // What was taken or refused without being read is nothing to wait for.
      if (now.typed !== null && !now.fault) reading = { text, done };
      return done;
    },
    /** The value comes back in place of what was typed. */
    cancel() {
      turnOver();
      put({ typed: null, fault: "", seen: "", doubt: "" });
    },
  };
}

/** @param {unknown} refusal */
function sentence(refusal) {
  if (!(refusal instanceof Error)) return "Не получилось прочитать. Исправьте.";
  const hint = "hint" in refusal && typeof refusal.hint === "string" ? refusal.hint : "";
  return [refusal.message, hint].filter(Boolean).join(" ");
}
