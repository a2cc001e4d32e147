/** @import {AnswerSheet, Questionnaire} from "../../api/types/records" */

/*
 * Answers of a sheet, and the way of whoever keys them in: one key for each row, from the first statement to the last
 * «готов(а) поделиться опытом».
 */

/** What the marks mean, from 0. */
export const MARKS = ["нет", "частично", "испытываю", "нужна помощь"];

/**
 * A row of the sheet: a statement, or whether one is ready to share experience in an area.
 *
 * @typedef {object} Row
 * @property {"statement" | "ready"} is
 * @property {number} number of the statement, or of the area
 * @property {string} text
 * @property {string} area the title of its area
 */

/**
 * The rows of a sheet, in order.
 *
 * @param {Questionnaire} questionnaire
 * @returns {Row[]}
 */
export const rowsOf = ({ areas, share_asked }) =>
  areas.flatMap(({ number, title, statements }) => {
    /** @type {Row[]} */
    const rows = statements
      .filter(({ text }) => text.trim())
      .map((statement) => ({ is: "statement", ...statement, area: title }));
    if (share_asked && rows.length > 0) {
      rows.push({ is: "ready", number, text: "Готов(а) поделиться опытом", area: title });
    }
    return rows;
  });

/**
 * The answers of a sheet by the numbers of statements: «1:2 2:0».
 *
 * @param {string} text
 * @returns {Map<number, number>}
 */
export const readAnswers = (text) =>
  new Map(
    text
      .split(" ")
      .filter(Boolean)
      .map((piece) => {
        const [number = "", mark = ""] = piece.split(":");
        return [Number(number), Number(mark)];
      }),
  );

/**
 * The same back as text, in the order of numbers.
 *
 * @param {Map<number, number>} answers
 */
export const answersText = (answers) =>
  [...answers]
    .sort(([a], [b]) => a - b)
    .map(([number, mark]) => `${number}:${mark}`)
    .join(" ");

/**
 * A sheet with one row answered anew; no mark takes the answer out.
 *
 * @param {AnswerSheet} sheet
 * @param {Row} row
 * @param {number | null} mark 0 to 3, or 1 and 0 for «готов(а) поделиться»
 * @returns {AnswerSheet}
 */
export function answered(sheet, row, mark) {
  if (row.is === "ready") {
    const others = sheet.ready.filter((area) => area !== row.number);
    return { ...sheet, ready: mark === 1 ? [...others, row.number].sort((a, b) => a - b) : others };
  }
  const answers = readAnswers(sheet.answers);
  if (mark === null) answers.delete(row.number);
  else answers.set(row.number, mark);
  return { ...sheet, answers: answersText(answers) };
}

/**
 * What stands in a row of a sheet: its mark, or none.
 *
 * @param {AnswerSheet} sheet
 * @param {Row} row
 */
export const markIn = (sheet, row) =>
  row.is === "ready"
    ? sheet.ready.includes(row.number)
      ? 1
      : null
    : (readAnswers(sheet.answers).get(row.number) ?? null);

/**
 * What a key means in a row. The key is known by its place on the keyboard, so that the layout does not matter.
 *
 * @param {string} code
 * @param {Row["is"]} is
 * @returns {{mark?: number | null, step: number} | null} the mark that it sets, and how many rows it moves by
 */
export function meaningOf(code, is) {
  const digit = /^(?:Digit|Numpad)([0-3])$/.exec(code)?.[1];
  if (digit !== undefined) {
    const mark = Number(digit);
    return is === "ready" && mark > 1 ? null : { mark, step: 1 };
  }
  switch (code) {
    case "ArrowDown":
    case "Enter":
    case "NumpadEnter":
      return { step: 1 };
    case "ArrowUp":
    case "Backspace":
      return { step: -1 };
    case "Delete":
      return { mark: null, step: 0 };
    default:
      return null;
  }
}

/**
 * The number of the next sheet.
 *
 * @param {AnswerSheet[]} sheets of the survey
 */
export const nextNumber = (sheets) => Math.max(0, ...sheets.map(({ number }) => number)) + 1;

/**
 * The number that the next statement or area gets: none was ever given it.
 *
 * @param {Questionnaire} questionnaire
 */
export const freeNumber = ({ areas, issued }) =>
  Math.max(
    issued,
    ...areas.flatMap((area) => [area.number, ...area.statements.map(({ number }) => number)]),
  ) + 1;

/**
 * How dark a cell of the map is, from 0 to 4: by the share of answers that tell of a difficulty.
 *
 * @param {{part: number, whole: number}} share
 */
export const heat = ({ part, whole }) =>
  whole === 0 || part === 0 ? 0 : Math.min(4, Math.ceil((part / whole) * 4));

/**
 * «42 из 150 (28 %)»
 *
 * @param {{part: number, whole: number} | null | undefined} share
 */
export function shareWords(share) {
  if (!share || share.whole === 0) return "—";
  return `${share.part} из ${share.whole} (${Math.round((share.part / share.whole) * 100)}\u00a0%)`;
}
