/** @import {Step, Steps} from "../api/types/views" */
import { effect, signal } from "@preact/signals";

import * as api from "../api/records.js";
import { notify } from "./messages.js";
import { allSaved, commits, operateStep } from "./records.js";
import { sentence } from "../words/sentence.js";

/** What «Отменить» and «Вернуть» would do now; unknown until it was asked. */
export const steps = signal(/** @type {Steps | null} */ (null));

/**
 * Who shows the place of a step: it goes there before the step is done, and afterwards marks what has changed.
 *
 * @typedef {(step: Step) => Promise<(done: Step) => Promise<void>>} Shower
 */

/** @type {Shower} */
let shower = () => Promise.resolve(() => Promise.resolve());

/** @param {Shower} show */
export function showPlacesWith(show) {
  shower = show;
}

/** Keeps `steps` true from now on. Saves follow fast while somebody types, so that one question waits at most. */
export function followSteps() {
  let asking = false;
  let again = false;
  async function ask() {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    do {
      again = false;
      // A refusal has its say where something is saved; until then nothing is known of the steps.
      steps.value = await api.steps().catch(() => null);
    } while (again);
    asking = false;
  }
  return effect(() => {
    if (commits.value > 0) void ask();
  });
}

/** Steps are taken one after another, however fast the keys are pressed. */
let last = Promise.resolve();

/** @param {() => Promise<void>} take */
function inTurn(take) {
  last = last.then(take, take);
  return last;
}

export const undo = () =>
  inTurn(() =>
    takeStep({
      ahead: (next) => next.undo,
      call: api.undo,
      said: "Отменено",
      none: "Отменять больше нечего.",
      back: { action: "Вернуть", act: () => void redo() },
    }),
  );

export const redo = () =>
  inTurn(() =>
    takeStep({
      ahead: (next) => next.redo,
      call: api.redo,
      said: "Возвращено",
      none: "Возвращать больше нечего.",
      back: { action: "Отменить", act: () => void undo() },
    }),
  );

/**
 * @param {{ahead: (next: Steps) => Step | null, call: typeof api.undo, said: string, none: string,
 *   back: {action: string, act: () => void}}} way
 */
async function takeStep({ ahead, call, said, none, back }) {
  await allSaved();
  const next = await api.steps().catch(() => null);
  const step = next && ahead(next);
  const show = step ? await shower(step) : null;
  const done = await operateStep(call);
  if (done) {
    notify({ text: sentence(done.step ? `${said}: ${done.step.words}` : done.name), ...back });
    if (done.step) await show?.(done.step);
  } else if (done === null) notify({ text: none });
}
