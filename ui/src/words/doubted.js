/*
 * A value that could be read and is perhaps not what was meant: «12 декабря 1926». The field shows the doubt and
 * takes the value all the same.
 */

/** @template T */
export class Doubted {
  /**
   * @param {T} value
   * @param {string} doubt a sentence
   */
  constructor(value, doubt) {
    this.value = value;
    this.doubt = doubt;
  }
}

/**
 * What was read, with or without a doubt.
 *
 * @template T
 * @param {T | Doubted<T>} answer
 * @returns {{value: T, doubt: string}}
 */
export const taken = (answer) =>
  answer instanceof Doubted ? answer : { value: answer, doubt: "" };
