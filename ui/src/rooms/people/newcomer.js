/** @import {Category, Record as AnyRecord, Role} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { community } from "../../state/file.js";
import { nextPlace } from "../../state/members.js";
import { removeRecords, saveRecords } from "../../state/records.js";
import { withInitials } from "../../words/people.js";
import { organisationNamed, newOrganisation } from "../../features/organisations/organisations.js";
import { readName } from "./words.js";

/**
 * @typedef {object} Newcomer what is typed of somebody who joins
 * @property {string} name
 * @property {string} post
 * @property {string | null} school
 * @property {string} typedSchool an organisation that is not in the list yet
 * @property {Category} category
 * @property {Role | ""} role
 * @property {string | null} from nothing while the usual day is meant
 */

/**
 * @param {string | null} from
 * @returns {Newcomer}
 */
export const blank = (from) => ({
  name: "",
  post: "",
  school: null,
  typedSchool: "",
  category: "not_applicable",
  role: "",
  from,
});

/**
 * Puts a newcomer on the disk as one operation: the person, the membership and, where it is new, the organisation.
 *
 * @param {Newcomer} typed
 * @param {string} from
 * @returns {Promise<{saved: boolean, school: string | null}>}
 */
export async function join(typed, from) {
  const [person = "", membership = "", made = ""] = await newIds(3);
  const known = typed.school ?? organisationNamed(typed.typedSchool)?.id ?? null;
  const isNew = known === null && typed.typedSchool.trim() !== "";
  const school = isNew ? made : known;
  /** @type {AnyRecord[]} */
  const records = [
    ...(isNew ? [newOrganisation(made, typed.typedSchool)] : []),
    {
      kind: "person",
      record: {
        id: person,
        facts: [
          {
            from: null,
            name: readName(typed.name),
            post: typed.post.trim(),
            organisation: school,
            category: typed.category,
            category_since: null,
            works_since: null,
            pedagogical_since: null,
            in_specialty_since: null,
            part_time: false,
            classes: "",
            heads_organisation: false,
            heads_methodical_body: false,
          },
        ],
        courses: [],
        attestations: [],
        awards: [],
        self_education: [],
        contact: "",
        consent: null,
        anonymised: false,
      },
    },
    {
      kind: "membership",
      record: {
        id: membership,
        community: community.value?.id ?? "",
        person,
        from,
        to: null,
        joined_by: null,
        left_by: null,
        place: nextPlace(),
        roles: typed.role ? [{ role: typed.role, from: null, to: null }] : [],
      },
    },
  ];
  const name = withInitials(readName(typed.name));
  const saved = await saveRecords(
    records,
    `Добавлено в состав: ${name}`,
    () =>
      void removeRecords(
        [membership, person],
        `Убрано из состава: ${name}.`,
        `Снова в составе: ${name}.`,
      ),
  );
  return { saved, school };
}
