import { call } from "./call.js";

/**
 * @typedef {"protocol" | "plan" | "report" | "roster" | "register" | "inventory"} PaperKind
 *
 * @typedef {object} PaperRequest
 * @property {string} community
 * @property {PaperKind} kind
 * @property {number} year the school year
 * @property {string | null} meeting whose protocol it is
 * @property {boolean} full with every section, empty ones too
 * @property {string} on the day printed as today
 *
 * @typedef {object} Composed
 * @property {number} token names this composition when its pages are asked for
 * @property {string} title
 * @property {number} pages
 */

/**
 * Lays a paper out. It stands as it is until the next one is composed.
 *
 * @param {PaperRequest} paper
 * @returns {Promise<Composed>}
 */
export const composePaper = (paper) => call("compose_paper", { paper });

/**
 * One page as a PNG.
 *
 * @param {number} token
 * @param {number} page from 0
 * @param {number} scale pixels for one point
 * @returns {Promise<ArrayBuffer>}
 */
export const pageImage = (token, page, scale) => call("page_image", { token, page, scale });

/**
 * «Сохранить PDF…»: the program asks where in a dialog of the system.
 *
 * @param {PaperRequest} paper
 * @returns {Promise<string | null>} where it was saved; nothing when the person changed their mind
 */
export const savePaper = (paper) => call("save_paper", { paper });

/**
 * Hands the PDF to the system to be printed.
 *
 * @param {PaperRequest} paper
 * @returns {Promise<null>}
 */
export const printPaper = (paper) => call("print_paper", { paper });
