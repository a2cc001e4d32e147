/** @import {Record as AnyRecord} from "../api/types/records" */
/** @import {Saved} from "../api/types/views" */

/**
 * @typedef {object} Line what is known about the saving of one record
 * @property {AnyRecord | null} waiting the newest text that is not on its way yet
 * @property {boolean} running
 * @property {number | null} revision the revision that the next save is made from
 * @property {AnyRecord | null} sent the text that is on its way
 * @property {{record: AnyRecord, refusal: unknown} | null} failed
 *
 * @typedef {object} Listener
 * @property {(record: AnyRecord, saved: Saved) => void} saved
 * @property {(record: AnyRecord, refusal: unknown) => void} failed
 * @property {() => void} changed the queue began, ended or went on
 */

/**
 * Sends the saves of one record one after another, each with the revision that the one before it got. What
 * is typed while a save is on its way waits, and only the newest waits: a record is saved as a whole, so the
 * newest holds the older ones too. Different records do not wait for each other.
 *
 * @param {(record: AnyRecord, seen: number | null) => Promise<Saved>} save
 * @param {Listener} listener
 */
export function createSaveQueue(save, listener) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  /** @type {(() => void)[]} */
  let waitingForIdle = [];

  /** @param {string} id */
  function lineOf(id) {
    const known = lines.get(id);
    if (known) return known;
    /** @type {Line} */
    const line = { waiting: null, running: false, revision: null, sent: null, failed: null };
    lines.set(id, line);
    return line;
  }

  /** @param {Line} line */
  async function run(line) {
    line.running = true;
    listener.changed();
    while (line.waiting) {
      const record = line.waiting;
      line.waiting = null;
      line.sent = record;
      try {
        const saved = await save(record, line.revision);
        line.revision = saved.revision;
        listener.saved(record, saved);
      } catch (refusal) {
        // A newer text is tried at once; only the last one left is reported as not saved.
        if (!line.waiting) {
          line.failed = { record, refusal };
          listener.failed(record, refusal);
        }
      }
    }
    line.running = false;
    line.sent = null;
    listener.changed();
    if (!busy()) {
      const told = waitingForIdle;
      waitingForIdle = [];
      for (const tell of told) tell();
    }
  }

  function busy() {
    return [...lines.values()].some((line) => line.running);
  }

  return {
    /**
     * Takes a record to be saved.
     *
     * @param {AnyRecord} record
     */
    put(record) {
      const line = lineOf(record.record.id);
      line.waiting = record;
      line.failed = null;
      if (!line.running) void run(line);
    },
    /**
     * Tells the revision under which a record was read.
     *
     * @param {string} id
     * @param {number} revision
     */
    seen(id, revision) {
      const line = lineOf(id);
      if (!line.running) line.revision = revision;
    },
    /**
     * The revision that was seen of a record, for an operation that is not a save.
     *
     * @param {string} id
     */
    revision: (id) => lines.get(id)?.revision ?? null,
    /** Sends again what could not be saved. */
    retry() {
      for (const line of lines.values()) {
        if (line.failed && !line.running) {
          line.waiting = line.failed.record;
          line.failed = null;
          void run(line);
        }
      }
    },
    /**
     * The text that a record has in the form but not on the disk.
     *
     * @param {string} id
     * @returns {boolean}
     */
    holds(id) {
      const line = lines.get(id);
      return Boolean(line && (line.running || line.waiting || line.failed));
    },
    /** Drops everything known, for another file. */
    clear() {
      lines.clear();
    },
    /** Forgets one record, which was deleted.
     *
     * @param {string} id
     */
    forget(id) {
      lines.delete(id);
    },
    busy,
    /** What is not on the disk yet, with the reason where it was refused. */
    unsaved: () =>
      [...lines.values()].flatMap((line) => {
        const record = line.waiting ?? line.sent ?? line.failed?.record;
        return record ? [{ record, refusal: line.failed?.refusal, seen: line.revision }] : [];
      }),
    failures: () => [...lines.values()].flatMap((line) => (line.failed ? [line.failed] : [])),
    /** Resolves when nothing is on its way. */
    idle() {
      return busy()
        ? new Promise((/** @type {(value?: undefined) => void} */ tell) => {
            waitingForIdle.push(() => tell());
          })
        : Promise.resolve();
    },
  };
}
