import { folded } from "../../words/people.js";

/*
 * Which phrases continue the sentence at the caret. They are offered while a sentence is begun and nothing
 * follows it on its line; a sentence that goes its own way is left in peace.
 */

const LEAST_LETTERS = 2;
const MOST_LINES = 7;

/**
 * Where the sentence at the caret begins, or nothing where something already follows it.
 *
 * @param {string} text
 * @param {number} caret
 * @returns {number | null}
 */
export function sentenceStart(text, caret) {
  if (!/^\s*(\n|$)/.test(text.slice(caret))) return null;
  const before = text.slice(0, caret);
  const ended = [...before.matchAll(/[.!?…;]\s+|\n\s*/g)].at(-1);
  const start = ended ? ended.index + ended[0].length : 0;
  return start + (/^\s*/.exec(before.slice(start))?.[0].length ?? 0);
}

/**
 * The phrases that the sentence may become: those that begin as it does, then, for a single word, those that
 * hold a word beginning so.
 *
 * @param {string[]} phrases
 * @param {string} begun
 */
export function phrasesFor(phrases, begun) {
  const typed = folded(begun);
  if (typed.replace(/[^\p{L}\p{N}]/gu, "").length < LEAST_LETTERS) return [];
  const first = phrases.filter(
    (phrase) => folded(phrase).startsWith(typed) && folded(phrase) !== typed,
  );
  const within = typed.includes(" ")
    ? []
    : phrases.filter((phrase) => !first.includes(phrase) && folded(phrase).includes(` ${typed}`));
  return [...first, ...within].slice(0, MOST_LINES);
}

/**
 * The text with the sentence at the caret made into the phrase, ended by a full stop, and where the caret
 * goes.
 *
 * @param {string} text
 * @param {number} caret
 * @param {string} phrase
 */
export function withPhrase(text, caret, phrase) {
  const start = sentenceStart(text, caret) ?? caret;
  const sentence = /[.!?…]$/.test(phrase) ? phrase : `${phrase}.`;
  return {
    text: text.slice(0, start) + sentence + text.slice(caret).replace(/^[^\S\n]+/, ""),
    caret: start + sentence.length,
  };
}

/**
 * A text as it is kept in the bank: one line, without the full stop that comes back when it is inserted.
 *
 * @param {string} text
 */
export const asPhrase = (text) =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<!\.)\.$/, "");
