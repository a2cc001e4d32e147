/** @import {ScanChange} from "./types/commands" */
import { call } from "./call.js";

/**
 * Adds photographs or a PDF to the scan of a meeting. Without a token the program asks which ones, in a dialog
 * of the system.
 *
 * @param {string} meeting
 * @param {number | null} dropped
 * @returns a file that cannot be read is named, the others stay
 */
export const addScans = (meeting, dropped) => call("add_scans", { meeting, dropped });

/**
 * The sheets that wait to be attached.
 *
 * @param {string} meeting
 */
export const fetchScans = (meeting) => call("scans", { meeting });

/**
 * @param {string} meeting
 * @param {ScanChange} change
 */
export const changeScans = (meeting, change) => call("change_scans", { meeting, change });

/**
 * A sheet as it will lie in the file.
 *
 * @param {string} meeting
 * @param {number} token
 * @param {number} page from 0, of a PDF
 */
export const scanImage = (meeting, token, page) => call("scan_image", { meeting, token, page });

/**
 * Binds the sheets into one file and keeps it with the meeting.
 *
 * @param {string} meeting
 */
export const attachScans = (meeting) => call("attach_scans", { meeting });
