/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { useRef } from "preact/hooks";

import { allOf } from "../../state/records.js";
import { alphabetical } from "../../words/alphabet.js";
import { calledOn, factsOn, fullName } from "../../words/people.js";
import { rosterOn } from "../../state/members.js";

/**
 * Everyone known, by the names of a day: members of that day first, then the others, who are told apart.
 *
 * @param {string} on
 * @returns {Someone[]}
 */
export function peopleOn(on) {
  const members = rosterOn(on);
  const place = (/** @type {string} */ id) => (members.includes(id) ? members.indexOf(id) : 1e6);
  return allOf("person")
    .map((person) => {
      const name = factsOn(person, on)?.name;
      const someone = {
        id: person.id,
        name: calledOn(person, on),
        full: name ? fullName(name) : "",
      };
      return members.includes(person.id)
        ? someone
        : { ...someone, soft: "не в составе в этот день" };
    })
    .sort((a, b) => place(a.id) - place(b.id) || alphabetical(a.full, b.full));
}

/** @returns {Someone[]} */
export function schools() {
  return allOf("organisation")
    .map((organisation) => ({
      id: organisation.id,
      name: organisation.short_name || organisation.name,
      full: organisation.name,
    }))
    .sort((a, b) => alphabetical(a.name, b.name));
}

/** Organisations by their full names, as a guest's is written. */
export const organisationsByName = () =>
  allOf("organisation")
    .map((organisation) => ({
      id: organisation.id,
      name: organisation.name || organisation.short_name,
      full: organisation.short_name,
    }))
    .sort((a, b) => alphabetical(a.name, b.name));

/**
 * The same object for as long as it says the same, so that what is drawn from it is not drawn again after
 * every letter saved.
 *
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function useSteady(value) {
  const kept = useRef({ words: "", value });
  const words = JSON.stringify(value);
  if (words !== kept.current.words) kept.current = { words, value };
  return kept.current.value;
}

/**
 * @param {Someone[]} people
 * @param {string | null} id
 */
export const nameOf = (people, id) => people.find((person) => person.id === id)?.name ?? "";
