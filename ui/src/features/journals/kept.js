/** @import {Journal, Kind} from "../../api/types/records" */
import { computed } from "@preact/signals";

import { JOURNALS } from "../../api/types/journals.js";
import { KINDS } from "../../api/types/kinds.js";
import { community } from "../../state/file.js";
import { allOf, oneOf, saveRecord } from "../../state/records.js";

/*
 * Which journals of the methodical work are kept: those that the leader has ticked, and those that hold records anyway.
 */

/**
 * The kinds of records that are seen in a room of their own there.
 *
 * @param {string} room
 */
export const kindsIn = (room) =>
  /** @type {Kind[]} */ (Object.keys(KINDS)).filter(
    (kind) => KINDS[kind].words.room === room && !KINDS[kind].words.within,
  );

/** @param {string} room */
const holdsRecords = (room) => kindsIn(room).some((kind) => allOf(kind).length > 0);

/** Those that the leader has ticked. */
export const tickedJournals = computed(
  () => oneOf("community", community.value?.id)?.settings.journals ?? [],
);

/** Those that are kept, in the order in which they are offered. */
export const keptJournals = computed(() =>
  JOURNALS.filter(({ id, room }) => tickedJournals.value.includes(id) || holdsRecords(room)),
);

/**
 * Keeps a journal from now on, or no longer; what stands in it stays.
 *
 * @param {Journal} id
 * @param {boolean} keep
 */
export function keepJournal(id, keep) {
  const record = oneOf("community", community.value?.id);
  if (!record) return;
  const journals = JOURNALS.map((journal) => journal.id).filter((known) =>
    known === id ? keep : tickedJournals.value.includes(known),
  );
  saveRecord({
    kind: "community",
    record: { ...record, settings: { ...record.settings, journals } },
  });
}
