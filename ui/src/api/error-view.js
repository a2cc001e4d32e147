/** @import {ErrorView} from "./types/views" */

/**
 * A refusal in words. The page branches on the code only; the sentences are shown as they are.
 */
export class Refusal extends Error {
  /**
   * @param {ErrorView} told
   * @param {string} [hint] what to do, where the message does not say it
   */
  constructor(told, hint = "") {
    super(told.message);
    this.name = "Refusal";
    /** A steady word to branch on. */
    this.code = told.code;
    /** Names of the fields that it concerns. */
    this.fields = told.fields;
    /** What to do, where the message does not say it; otherwise empty. */
    this.hint = hint;
  }
}

/**
 * Whatever was thrown, as a refusal. A person must always get a sentence, so that a thing of another shape
 * (a bug, a broken channel) is told in general words and its own text is kept as the hint.
 *
 * @param {unknown} thrown
 * @returns {Refusal}
 */
export function asRefusal(thrown) {
  if (thrown instanceof Refusal) return thrown;
  if (isTold(thrown)) return new Refusal({ ...thrown, fields: thrown.fields ?? [] });
  return new Refusal(
    { code: "unknown", message: "Программа не смогла выполнить действие.", fields: [] },
    `Повторите. Если не поможет, закройте программу и откройте снова. Подробности: ${detail(thrown)}`,
  );
}

/**
 * @param {unknown} thing
 * @returns {thing is ErrorView}
 */
function isTold(thing) {
  return (
    typeof thing === "object" &&
    thing !== null &&
    "code" in thing &&
    typeof thing.code === "string" &&
    "message" in thing &&
    typeof thing.message === "string"
  );
}

/** @param {unknown} thrown */
function detail(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
