/** @import {FullName, Person, PersonFacts} from "../api/types/records" */

/**
 * «Щербакова-Дёмина А. В.»; the initials are held to the surname.
 *
 * @param {FullName} name
 */
export function withInitials(name) {
  return [name.surname.trim(), initial(name.given), initial(name.patronymic)]
    .filter(Boolean)
    .join("\u00a0");
}

/**
 * «Марина» → «М.», «Анна-Мария» → «А.-М.»: the rule of the papers, held to the same table of cases.
 *
 * @param {string} name
 */
const initial = (name) =>
  name
    .split("-")
    .map((part) => [...part.trim().normalize("NFC")][0]?.toUpperCase())
    .filter(Boolean)
    .map((letter) => `${letter}.`)
    .join("-");

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
 * @param {Pick<Person, "facts">} person
 * @param {string} on
 * @returns {PersonFacts | undefined}
 */
export function factsOn(person, on) {
  const inOrder = [...person.facts].sort((a, b) => (a.from ?? "").localeCompare(b.from ?? ""));
  return inOrder.filter((facts) => (facts.from ?? "") <= on).at(-1) ?? inOrder[0];
}

/**
 * What a person is called on a day: «Соколова М. В.», and «участник» for whoever has no name to be shown. For today the
 * program says it with the record; this is for the day of a meeting. The rule of the papers (`shown_name`), held to the
 * same table of cases.
 *
 * @param {Pick<Person, "anonymised" | "facts">} person
 * @param {string} on
 */
export function calledOn(person, on) {
  if (person.anonymised) return labelOf(person);
  const name = factsOn(person, on)?.name;
  return (name && withInitials(name)) || "участник";
}

/** @param {string} surname */
const isLabel = (surname) => /^участник \d+$/.test(surname.trim());

/**
 * What an anonymised person is called: «участник 3».
 *
 * @param {Pick<Person, "facts">} person
 */
const labelOf = ({ facts }) =>
  facts.map(({ name }) => name.surname.trim()).find(isLabel) ?? "участник";

/**
 * Whether a name is still kept of the person, which could be forgotten.
 *
 * @param {Pick<Person, "facts">} person
 */
export const isNamed = ({ facts }) =>
  facts.some(({ name }) => fullName(name).trim() !== "" && !isLabel(name.surname));

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
 * The words and numbers of a text as they are compared: quotes, dots, dashes and «№» only divide them, and «СШ3» is
 * «СШ 3».
 *
 * @param {string} text
 * @returns {string[]}
 */
export const wordsIn = (text) => folded(text).match(/\p{L}+|\p{N}+/gu) ?? [];

/**
 * Whether each typed word begins a word of the name, in any order: «куз о» finds «Кузнецова Ольга Ивановна», «3 рыб»
 * finds «МБОУ «Рыбновская СШ № 3»».
 *
 * @param {string} typed
 * @param {string} name
 */
export function beginsIn(typed, name) {
  const words = wordsIn(name);
  return wordsIn(typed).every((start) => words.some((word) => word.startsWith(start)));
}
