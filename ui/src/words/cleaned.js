/*
 * A text as it is kept. The program cleans whatever it saves; the page does the same while something is pasted, so
 * that the field shows at once what will be kept. One table of cases holds both to the same.
 */

/** Carriage returns, line ends of Word and of Unicode. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Signs that no screen shows: control signs, places for a hyphen, spaces without width, marks of byte order. */
// eslint-disable-next-line no-control-regex -- these are the signs that are meant
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\ufeff]/g;

/**
 * @param {string} text
 * @returns {string}
 */
export const cleaned = (text) =>
  text
    .replace(LINE_ENDS, "\n")
    .replaceAll("\u001e", "-")
    .replace(UNSEEN, "")
    // A letter that came as two signs, «и» and a breve, becomes one.
    .normalize("NFC")
    // Half of a sign that takes two places cannot even be sent.
    .replace(/\p{Surrogate}/gu, "\ufffd");
