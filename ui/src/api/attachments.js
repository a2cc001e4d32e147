/** @import {AttachmentRole} from "./types/records" */
/** @import {Dragged} from "./types/commands" */
import { listen } from "@tauri-apps/api/event";

import { call } from "./call.js";

/**
 * Keeps files with a record. Without a token the program asks which ones, in a dialog of the system.
 *
 * @param {string} belongs_to
 * @param {AttachmentRole} role
 * @param {number | null} dropped
 * @param {string | null} [called] what they are called in place of their own names
 * @returns nothing when the person changed their mind
 */
export const attachFiles = (belongs_to, role, dropped, called = null) =>
  call("attach_files", { belongsTo: belongs_to, role, dropped, called });

/**
 * Shows a copy with the program that the system knows for it.
 *
 * @param {string} id
 */
export const openAttachment = (id) => call("open_attachment", { id });

/**
 * «Сохранить как…»: the program asks where in a dialog of the system.
 *
 * @param {string} id
 * @returns where it was saved; nothing when the person changed their mind
 */
export const saveAttachment = (id) => call("save_attachment", { id });

/**
 * Opens a PDF or a picture within the program.
 *
 * @param {string} id
 */
export const lookAtAttachment = (id) => call("look_at_attachment", { id });

/**
 * One page of the file that is looked at.
 *
 * @param {number} token
 * @param {number} page from 0
 * @param {number} scale pixels for one point
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
