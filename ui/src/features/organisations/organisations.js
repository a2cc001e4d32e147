/** @import {Record as AnyRecord} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { allOf, allSaved, saveRecord } from "../../state/records.js";
import { isNamed } from "../../words/alike.js";
import { alphabetical } from "../../words/alphabet.js";

/** Schools and other bodies by name, to be picked by any word of it. */
export function knownSchools() {
  return allOf("organisation")
    .map(({ id, name, short_name }) => ({
      id,
      name: short_name || name || "без названия",
      full: name,
    }))
    .sort((a, b) => alphabetical(a.name, b.name));
}

/** What a menu of organisations says of one that is not in it. */
export const NEW_SCHOOL = {
  addLabel: (/** @type {string} */ typed) => `Добавить организацию «${typed}»`,
  near: "такая уже есть?",
};

/**
 * The organisation that is called so, in full or for short.
 *
 * @param {string} typed
 */
export const organisationNamed = (typed) =>
  typed.trim()
    ? allOf("organisation").find(({ name, short_name }) =>
        isNamed(typed, { name, full: short_name || name }),
      )
    : undefined;

/**
 * @param {string} id
 * @param {string} name
 * @returns {AnyRecord}
 */
export const newOrganisation = (id, name) => ({
  kind: "organisation",
  record: {
    id,
    name: name.trim(),
    short_name: "",
    kind: "school",
    low_results: false,
    unfavourable_conditions: false,
  },
});

/**
 * The organisation of this name: the known one, or a new one.
 *
 * @param {string} typed
 * @returns {Promise<string | null>}
 */
export async function schoolNamed(typed) {
  if (!typed.trim()) return null;
  const known = organisationNamed(typed);
  if (known) return known.id;
  const [id = ""] = await newIds(1);
  saveRecord(newOrganisation(id, typed));
  // A person may name only an organisation that is already on the disk.
  await allSaved();
  return id;
}
