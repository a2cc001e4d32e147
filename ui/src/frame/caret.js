/**
 * Where the caret stands after a text became another one: behind what has come, or where something went.
 *
 * @param {string} before
 * @param {string} after
 */
export function caretAfter(before, after) {
  const shorter = Math.min(before.length, after.length);
  let begin = 0;
  while (begin < shorter && before[begin] === after[begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return after.length - end;
}
