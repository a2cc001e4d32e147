/** @import {FullName} from "../api/types/FullName" */
/** @import {Person} from "../api/types/Person" */
/** @import {PersonFacts} from "../api/types/PersonFacts" */

/**
 * «Щербакова-Дёмина А. В.»; the initials are held to the surname.
 *
 * @param {FullName} name
 */
export function withInitials(name) {
  const initials = [name.given, name.patronymic].filter(Boolean).map((part) => `${[...part][0]}.`);
  return [name.surname, ...initials].filter(Boolean).join("\u00a0");
}

/**
 * «Щербакова-Дёмина Анастасия Владимировна»
 *
 * @param {FullName} name
 */
export function fullName(name) {
  return [name.surname, name.given, name.patronymic].filter(Boolean).join(" ");
}

/**
 * What is true of a person on a day: the latest facts that have begun by then, or the earliest known ones.
 *
 * @param {Person} person
 * @param {string} on
 * @returns {PersonFacts | undefined}
 */
export function factsOn(person, on) {
  const inOrder = [...person.facts].sort((a, b) => (a.from ?? "").localeCompare(b.from ?? ""));
  return inOrder.filter((facts) => (facts.from ?? "") <= on).at(-1) ?? inOrder[0];
}

/**
 * Letters as they are compared: «Ё» finds «Е», case and the kind of space do not matter.
 *
 * @param {string} text
 */
export function folded(text) {
  return text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/**
 * Whether each typed word begins a word of the name: «куз о» finds «Кузнецова Ольга Ивановна».
 *
 * @param {string} typed
 * @param {string} name
 */
export function beginsIn(typed, name) {
  const words = folded(name).split(/[\s.,-]+/);
  return folded(typed)
    .split(/[\s.,]+/)
    .filter(Boolean)
    .every(
      (start) => words.some((word) => word.startsWith(start)) || folded(name).startsWith(start),
    );
}
