/** @import {SavedFile} from "./saved-files.js" */
/** @import {SubmittedPaper} from "./types/records" */
import { call } from "./call.js";

/**
 * @typedef {"protocol" | "extract" | "notice" | "worksheet" | "attendance" | "assignments" | "plan" | "report"
 *   | "handed_over" | "roster" | "register" | "inventory" | "certificate" | "petition" | "courses"} PaperKind
 *
 * @typedef {object} PaperRequest
 * @property {string} community
 * @property {PaperKind} kind
 * @property {number} year the school year
 * @property {string | null} meeting whose protocol, extract, notice or sheet it is; the control of decisions may do without
 * @property {boolean} full with every section, empty ones too
 * @property {string} on the day printed as today
 * @property {number | null} [item] the question, from 1, of which an extract is made
 * @property {"direction" | "month"} [by] under which headings the rows of the plan stand
 * @property {string | null} [organisation] the name of the one that an extract concerns
 * @property {string} [submission] when a paper was handed over, and
 * @property {SubmittedPaper} [submitted] which one it was
 * @property {TypedWords} [words] what was typed for a petition or an application for courses alone
 * @property {string} [from] the first day of what a certificate tells; that of the school year where none is given
 * @property {string} [to] its last day; that of the school year where none is given
 *
 * @typedef {"pdf" | "docx" | "xlsx" | "ics"} PaperFormat only the plan has the last two
 *
 * @typedef {object} Composed
 * @property {number} token names this composition when its pages are asked for
 * @property {string} title
 * @property {number} pages
 * @property {Place[]} places where the parts of the form stand
 * @property {ToType | null} to_type what may be typed for this paper alone
 *
 * @typedef {object} TypedRow
 * @property {string} basis of a petition
 * @property {string} topic of a course, and so are the others
 * @property {string} form
 * @property {string} hours
 * @property {string} term
 * @property {string} provider
 *
 * @typedef {object} TypedWords
 * @property {string | null} to_post in the dative; nothing where the records tell it
 * @property {string | null} to_name
 * @property {{[key: string]: Partial<TypedRow>}} rows
 *
 * @typedef {object} ToType
 * @property {{post: string, name: string}} to as it stands on the paper
 * @property {{key: string, name: string, under: string}[]} rows
 *
 * @typedef {object} Place a part on one page; one that goes over to the next page comes once for each
 * @property {string} name `question.2.decision.1`
 * @property {number} page from 0
 * @property {number} top where it begins, as a portion of the page's height
 * @property {number} bottom
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
 * «Сохранить PDF…», «Сохранить DOCX…», the plan for Excel and for a phone's calendar too: the program asks where in a dialog of the system.
 *
 * @param {PaperRequest} paper
 * @param {PaperFormat} [format]
 * @returns {Promise<SavedFile | null>} where it was saved; nothing when the person changed their mind
 */
export const savePaper = (paper, format = "pdf") => call("save_paper", { paper, format });

/**
 * Hands the PDF to the system to be printed.
 *
 * @param {PaperRequest} paper
 * @returns {Promise<null>}
 */
export const printPaper = (paper) => call("print_paper", { paper });
