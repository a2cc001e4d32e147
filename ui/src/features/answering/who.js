import { alphabetical } from "../../words/alphabet.js";
import { folded } from "../../words/people.js";

/*
 * Who answers for something as a choice of a filter: a person by the identifier, or whoever is named in words.
 */

const IN_WORDS = "words:";

/** «директор ОО, рабочая группа» are two. @param {string} words */
export const namedIn = (words) =>
  words
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * @param {string} who what was chosen
 * @param {{responsible: string[], responsible_in_words: string}} of
 */
export function answersFor(who, { responsible, responsible_in_words }) {
  if (!who.startsWith(IN_WORDS)) return responsible.includes(who);
  return namedIn(responsible_in_words).some((part) => IN_WORDS + folded(part) === who);
}

/**
 * What of words can be chosen: only what occurs, each once whatever its case.
 *
 * @param {string[]} all
 */
export function wordsToChoose(all) {
  const found = new Map(all.flatMap(namedIn).map((part) => [IN_WORDS + folded(part), part]));
  return [...found]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => alphabetical(a.label, b.label));
}
