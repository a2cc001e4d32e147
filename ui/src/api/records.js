/** @import {YearsAround} from "./types/findings" */
/** @import {Record as AnyRecord} from "./types/records" */
import { call } from "./call.js";

/**
 * Every record of a community.
 *
 * @param {string} community
 */
export const fetchRecords = (community) => call("records", { community });

/** Identifiers asked for ahead: a new row is there before the next letter is typed, on a slow computer too. */
const spare = /** @type {string[]} */ ([]);
const SPARE = 16;
let asking = false;

/**
 * Identifiers for records and their parts. They are made in Rust, where they also order by time.
 *
 * @param {number} count
 */
export async function newIds(count) {
  const ids = spare.length >= count ? spare.splice(0, count) : await askForIds(count);
  if (spare.length < SPARE / 2 && !asking) {
    asking = true;
    askForIds(SPARE)
      .then((more) => spare.push(...more))
      // The next who asks is told.
      .catch(() => {})
      .finally(() => (asking = false));
  }
  return ids;
}

/** @param {number} count */
const askForIds = (count) => call("new_ids", { count });

/**
 * Saves a record; the answer means that the disk has it.
 *
 * @param {AnyRecord} record
 * @param {number | null} seen the revision that was changed, none for a new record
 */
export const save = (record, seen) => call("save", { record, seen });

/**
 * From which day a newcomer is a member where nobody says it.
 *
 * @param {string} community
 * @param {number} year
 */
export const usualFirstDay = (community, year) => call("usual_first_day", { community, year });

/**
 * Saves several records as one operation: all of them or none.
 *
 * @param {[AnyRecord, number | null][]} changes each with the revision that was changed, none for a new one
 */
export const saveAll = (changes) => call("save_all", { changes });

/**
 * Takes out of the roster who was added by mistake: the membership, and the person where nothing else names it.
 *
 * @param {string} membership
 * @returns `gone` says what went
 */
export const removeMember = (membership) => call("remove_member", { membership });

/**
 * Deletes several records as one operation.
 *
 * @param {string[]} ids
 */
export const deleteAll = (ids) => call("delete_all", { ids });

/**
 * Brings several records back as one operation.
 *
 * @param {string[]} ids
 */
export const restoreAll = (ids) => call("restore_all", { ids });

/**
 * @param {string} id
 */
export const deleteRecord = (id) => call("delete_record", { id });

/**
 * @param {string} id
 */
export const restoreRecord = (id) => call("restore_record", { id });

/** @returns nothing where there is nothing to undo */
export const undo = () => call("undo");

/** @returns nothing where there is nothing to redo */
export const redo = () => call("redo");

/**
 * What either of them would do now.
 */
export const steps = () => call("steps");

export const bin = () => call("bin");

/**
 * A date typed in any way («5.9.26», «5 сентября», «вчера»); refused where it is none.
 *
 * @param {string} typed
 * @param {number} year the school year that an unsaid year is taken from
 * @param {string} today what «вчера» counts from
 * @param {YearsAround} around how far from that year a date raises no doubt
 */
export const readDate = (typed, year, today, around) =>
  call("read_date", { typed, year, today, around });

/**
 * A term typed in any way («до 1 марта», «ноябрь — март», «ежемесячно», «I полугодие»).
 *
 * @param {string} typed
 * @param {number} year
 * @param {YearsAround} around
 */
export const readTerm = (typed, year, around) => call("read_term", { typed, year, around });
