/** @import {PaperForm, PaperRequest} from "./types/commands" */
/** @import {Record as AnyRecord} from "./types/records" */
import { call } from "./call.js";

/**
 * Lays a paper out. It stands as it is until the next one is composed.
 *
 * @param {PaperRequest} paper
 * @param {readonly AnyRecord[]} ahead records as they will be when what is being typed is saved
 */
export const composePaper = (paper, ahead) => call("compose_paper", { paper, ahead: [...ahead] });

/**
 * One page as a PNG.
 *
 * @param {number} token
 * @param {number} page from 0
 * @param {number} scale pixels for one point
 */
export const pageImage = (token, page, scale) => call("page_image", { token, page, scale });

/**
 * «Сохранить PDF…», «Сохранить DOCX…», the plan for Excel and for a phone's calendar too: the program asks where in a dialog of the system.
 *
 * @param {PaperRequest} paper
 * @param {PaperForm} [format]
 * @returns where it was saved; nothing when the person changed their mind
 */
export const savePaper = (paper, format = "pdf") => call("save_paper", { paper, format });

/**
 * Hands the PDF to the system to be printed.
 *
 * @param {PaperRequest} paper
 */
export const printPaper = (paper) => call("print_paper", { paper });
