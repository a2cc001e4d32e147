/** @import {Role} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { asRefusal } from "../../api/error-view.js";
import { community, today } from "../../state/file.js";
import { membersOf, nextPlace } from "../../state/members.js";
import { covers } from "../../words/roster.js";
import { notify } from "../../state/messages.js";
import { saveRecord } from "../../state/records.js";
import { change } from "../../features/record-parts/change.js";
import { placesAfter } from "../../words/places.js";

/**
 * Somebody joins, or comes back: a membership of its own, so that the time in between stays known.
 *
 * @param {string} person already on the disk
 * @param {string} from
 * @param {Role | ""} [role]
 */
export async function joinFrom(person, from, role = "") {
  try {
    const [id = ""] = await newIds(1);
    saveRecord({
      kind: "membership",
      record: {
        id,
        community: community.value?.id ?? "",
        person,
        from,
        to: null,
        joined_by: null,
        left_by: null,
        place: nextPlace(),
        roles: role ? [{ role, from: null, to: null }] : [],
      },
    });
  } catch (thrown) {
    notify({ text: asRefusal(thrown).message });
  }
}

/**
 * Changes the place of a member among those of the day.
 *
 * @param {string} membership
 * @param {-1 | 1} step
 */
export function moveInRoster(membership, step) {
  const now = membersOf(today.value)
    .map((member) => member.membership)
    .filter((member) => covers(member, today.value));
  for (const { id, place } of placesAfter(now, membership, step)) {
    change("membership", id, () => ({ place }));
  }
}
