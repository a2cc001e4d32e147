/** @import {AttachmentRole} from "./types/records" */
/** @import {SavedFile} from "./saved-files.js" */
/** @import {Done} from "./types/views" */
import { listen } from "@tauri-apps/api/event";

import { call } from "./call.js";

/**
 * Files above the window; the place is in points of the screen. The page never learns their paths: what was
 * dropped is a token.
 *
 * @typedef {{state: "over", x: number, y: number} | {state: "dropped", x: number, y: number, token: number}
 *   | {state: "gone"}} Dragged
 *
 * @typedef {object} LookedAt
 * @property {number} token names it when its pages are asked for
 * @property {string} title
 * @property {number} pages
 */

/**
 * Keeps files with a record. Without a token the program asks which ones, in a dialog of the system.
 *
 * @param {string} belongs_to
 * @param {AttachmentRole} role
 * @param {number | null} dropped
 * @returns {Promise<Done | null>} nothing when the person changed their mind
 */
export const attachFiles = (belongs_to, role, dropped) =>
  call("attach_files", { belongsTo: belongs_to, role, dropped });

/**
 * Shows a copy with the program that the system knows for it.
 *
 * @param {string} id
 * @returns {Promise<null>}
 */
export const openAttachment = (id) => call("open_attachment", { id });

/**
 * «Сохранить как…»: the program asks where in a dialog of the system.
 *
 * @param {string} id
 * @returns {Promise<SavedFile | null>} where it was saved; nothing when the person changed their mind
 */
export const saveAttachment = (id) => call("save_attachment", { id });

/**
 * Opens a PDF or a picture within the program.
 *
 * @param {string} id
 * @returns {Promise<LookedAt>}
 */
export const lookAtAttachment = (id) => call("look_at_attachment", { id });

/**
 * One page of the file that is looked at.
 *
 * @param {number} token
 * @param {number} page from 0
 * @param {number} scale pixels for one point
 * @returns {Promise<ArrayBuffer>}
 */
export const attachmentPage = (token, page, scale) =>
  call("attachment_page", { token, page, scale });

/**
 * Tells of files that are dragged over the window, as long as the page is open.
 *
 * @param {(dragged: Dragged) => void} hear
 */
export const hearOfFiles = (hear) =>
  listen("files", ({ payload }) => hear(/** @type {Dragged} */ (payload)));
