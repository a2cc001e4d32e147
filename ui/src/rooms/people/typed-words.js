/** @import {ToType, TypedRow, TypedWords} from "../../api/types/commands" */
import { keepNote, noteOf } from "../../state/page-notes.js";

/**
 * @typedef {object} Kept what was typed for a paper, and stays for the next time
 * @property {string | null} to_post
 * @property {string | null} to_name
 * @property {Partial<TypedRow>} common for everybody who needs a course and has no words of his own
 * @property {{[key: string]: Partial<TypedRow>}} rows
 */

/** @returns {Kept} */
const nothing = () => ({ to_post: null, to_name: null, common: {}, rows: {} });

/**
 * What was kept, laid over nothing: an older program may have kept less.
 *
 * @param {string | null} kept
 * @returns {Kept}
 */
export function readKept(kept) {
  try {
    const read = kept ? JSON.parse(kept) : null;
    return read && typeof read === "object" ? { ...nothing(), ...read } : nothing();
  } catch {
    return nothing();
  }
}

/** Under this heading stand those who need no course now. */
export const RECENT = "курсы недавно";

/**
 * The words as the paper takes them: those for everybody go to all who need a course, under the own ones.
 *
 * @param {Kept} kept
 * @param {ToType["rows"]} rows
 * @returns {TypedWords}
 */
export function typedWords({ to_post, to_name, common, rows: own }, rows) {
  const filled = (/** @type {Partial<TypedRow>} */ row) =>
    Object.fromEntries(Object.entries(row).filter(([, text]) => text.trim()));
  const all = rows.map(({ key, under }) => [
    key,
    { ...(under === RECENT ? {} : filled(common)), ...filled(own[key] ?? {}) },
  ]);
  return { to_post, to_name, rows: Object.fromEntries(all) };
}

/**
 * What is typed for a paper of a community; it is kept as a note, since no record holds it.
 *
 * @param {string} community
 * @param {string} paper
 * @returns {[Kept, (patch: Partial<Kept>) => void]}
 */
export function useTypedWords(community, paper) {
  const key = `paper ${community} ${paper}`;
  return [
    readKept(noteOf(key)),
    // Two fields may send their text one after the other, before anything is drawn anew.
    (patch) => keepNote(key, JSON.stringify({ ...readKept(noteOf(key)), ...patch })),
  ];
}
