/** @import {Activity, Direction, Plan} from "../../api/types/records" */
import { newIds } from "../../api/records.js";
import { derivedOf } from "../../state/derived.js";
import { community, year } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { allSaved, saveRecord } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { dayAndMonth } from "../../words/dates.js";
import { change } from "../../features/record-parts/change.js";
import { rowsOfPlan } from "../../features/plan-here/plan-here.js";
import { focusField } from "../../components/field/focus-field.js";
import { placesWithin } from "../../words/places.js";
import { rowsOf, rowsOfSection } from "../../features/plan-here/rows.js";

export async function createPlan() {
  const [id = ""] = await newIds(1);
  saveRecord({
    kind: "plan",
    record: {
      id,
      community: community.value?.id ?? "",
      school_year: year.value,
      preliminary: false,
      problem_zones: [],
      topic: "",
      goal: "",
      tasks: [],
      sections: [],
      tables: [],
      last_year: "",
      meetings: [],
      adopted: null,
      approved: null,
    },
  });
  await allSaved();
  go(href("plan", id));
}

/**
 * Rows that were made since the program was started. In an approved plan such a row is an addition that is still
 * being written: another term is no transfer, since nobody has approved the one before.
 *
 * @type {Set<string>}
 */
const madeNow = new Set();

/** In an approved plan a changed term is a transfer with a reason. @param {Plan | null} plan */
export const isApproved = (plan) => Boolean(derivedOf("plan", plan?.id)?.approved);

/**
 * Whether another term of a row is a transfer with a reason.
 *
 * @param {Plan} plan
 * @param {Activity | null} row
 */
export const isTransfer = (plan, row) =>
  isApproved(plan) && row !== null && row.term !== null && !madeNow.has(row.id);

/** Whether a row comes to a plan that is approved already. @param {Plan} plan @param {Activity} row */
export const isAddition = (plan, row) => isApproved(plan) && madeNow.has(row.id);

/**
 * A new row at the end of its direction and section; its form opens. That it comes too late for the approved paper is
 * said.
 *
 * @param {Plan} plan
 * @param {Direction} direction
 * @param {string | null} [section]
 */
export async function addRow(plan, direction, section = null) {
  const [id = ""] = await newIds(1);
  // The row may only name a plan that is already on the disk.
  await allSaved();
  /** @type {Activity} */
  const record = {
    id,
    community: plan.community,
    plan: plan.id,
    direction,
    place: placeAtEnd(plan),
    text: "",
    task: null,
    section,
    form: "",
    goal: "",
    term: null,
    time: "",
    venue: "",
    moves: [],
    responsible: [],
    responsible_in_words: "",
    organisations: [],
    participants: "",
    expected: "",
    difficulties: [],
    meetings: [],
    decisions: [],
    mark: null,
  };
  madeNow.add(id);
  saveRecord({ kind: "activity", record });
  go(href("plan", id));
  focusField(`row-${id}`);
  if (plan.approved)
    notify({
      text: `План утверждён ${dayAndMonth(plan.approved.date)}: строка войдёт в него как дополнение. Согласуйте её с РИМК.`,
    });
}

/**
 * The place behind all rows of a plan: it is the last of its direction and the last of its section.
 *
 * @param {Plan} plan
 */
export function placeAtEnd(plan) {
  return Math.max(0, ...rowsOfPlan(plan).map((row) => row.place)) + 1;
}

/**
 * The rows among which one goes up and down: those of its direction, or of its section where the plan is looked at so.
 *
 * @param {Plan} plan
 * @param {Activity} activity
 * @param {boolean} inSection
 */
export const neighbours = (plan, { direction, section }, inSection) =>
  inSection ? rowsOfSection(rowsOfPlan(plan), section) : rowsOf(rowsOfPlan(plan), direction);

/**
 * @param {Activity[]} inOrder
 * @param {string} id
 * @param {-1 | 1} step
 */
export function moveRow(inOrder, id, step) {
  for (const row of placesWithin(inOrder, id, step)) {
    change("activity", row.id, () => ({ place: row.place }));
  }
}
