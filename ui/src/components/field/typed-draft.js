/*
 * The text of a field between the key and the record. It leaves by itself when typing pauses, and at once when the
 * field is left or somebody asks for it.
 */

/** Short enough for the paper to follow within 300 ms, long enough not to save every letter. */
const PAUSE = 180;

/** @typedef {(text: string) => unknown} Save */

/**
 * @param {{changed: (typed: string | null) => void, hold: () => () => void}} field `hold` tells others that the field
 *   holds text, and answers how to take that back
 */
export function createDraft({ changed, hold }) {
  /** @type {{text: string, save: Save} | null} */
  let typed = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let release = () => {};

  /** What the save answers is waited for by whoever takes the text. */
  function send() {
    clearTimeout(timer);
    release();
    const sent = typed;
    typed = null;
    changed(null);
    return sent ? sent.save(sent.text) : undefined;
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
    },
    send,
  };
}
