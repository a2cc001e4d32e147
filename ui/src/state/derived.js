/** @import {Derived} from "../api/types/derived" */
import { effect, signal } from "@preact/signals";

import { derived as ask } from "../api/overview.js";
import { community, today } from "./file.js";
import { notifyError } from "./messages.js";

/*
 * What follows from each record on the day of the file, as the program says it: state, term in force, voters, number. The
 * page shows it and decides none of it again.
 */

/** By identifiers of records. */
export const derived = signal(/** @type {ReadonlyMap<string, Derived>} */ (new Map()));

/**
 * What follows from a record; nothing while the program has not seen it yet, or where nothing follows from its kind.
 *
 * @template {Derived["kind"]} K
 * @param {K} kind
 * @param {string | null | undefined} id
 * @returns {Extract<Derived, {kind: K}>["derived"] | null}
 */
export function derivedOf(kind, id) {
  const found = id ? derived.value.get(id) : undefined;
  return found?.kind === kind ? /** @type {any} */ (found.derived) : null;
}

/**
 * Asks again whenever the disk has something new; called once, at the start.
 *
 * @param {{value: unknown}} commits
 */
export function followRecords(commits) {
  let asked = 0;
  /** What the page has: whose, and in which version. @type {{whose: string, version: number} | null} */
  let has = null;
  effect(() => {
    const [whose, on] = [community.value?.id, today.value];
    void commits.value;
    const mine = (asked += 1);
    if (!whose || !on) {
      derived.value = new Map();
      has = null;
      return;
    }
    ask(whose, on, has?.whose === whose ? has.version : null).then(
      ({ version, whole, put, gone }) => {
        // An older answer is of no use.
        if (mine !== asked) return;
        has = { whose, version };
        const changed = Object.entries(put);
        // Most of what is typed changes nothing that follows: then nothing is drawn anew.
        if (!whole && changed.length + gone.length === 0) return;
        const next = new Map(whole ? [] : derived.value);
        for (const [id, of] of changed) next.set(id, of);
        for (const id of gone) next.delete(id);
        derived.value = next;
      },
      notifyError,
    );
  });
}
