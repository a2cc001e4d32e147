/*
 * The text of a field between the key and the record. It leaves by itself when typing pauses, and at once when the
 * field is left or somebody asks for it.
 */

/** Short enough for the paper to follow within 300 ms, long enough not to save every letter. */
const PAUSE = 180;

/**
 * The paper shows a letter before it is saved: between two letters of a quick hand there are some 100 ms. The letter itself is
 * on the screen by then.
 */
const AHEAD = 12;

/** @typedef {(text: string) => unknown} Save */

/**
 * @param {{changed: (typed: string | null) => void, hold: () => () => void,
 *   look?: (text: string | null) => void}} field `hold` tells others that the field holds text, and answers how to take that
 *   back; `look` is told what will be saved, and nothing when it has left
 */
export function createDraft({ changed, hold, look }) {
  /** @type {{text: string, save: Save} | null} */
  let typed = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let early;
  let release = () => {};

  /** What the save answers is waited for by whoever takes the text. */
  function send() {
    clearTimeout(timer);
    clearTimeout(early);
    release();
    const sent = typed;
    typed = null;
    changed(null);
    if (!sent) return undefined;
    const answer = sent.save(sent.text);
    look?.(null);
    return answer;
  }

  return {
    /**
     * @param {string} text
     * @param {Save} save of the record that stands here now: the letters belong to it, whatever stands here when
     *   they leave
     */
    type(text, save) {
      clearTimeout(timer);
      if (typed === null) release = hold();
      typed = { text, save };
      changed(text);
      timer = setTimeout(send, PAUSE);
      if (!look) return;
      clearTimeout(early);
      early = setTimeout(() => look(text), AHEAD);
    },
    send,
  };
}
