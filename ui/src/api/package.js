/** @import {PackagePaper} from "./types/views" */
import { Channel } from "@tauri-apps/api/core";

import { call } from "./call.js";

/**
 * @typedef {object} Place a folder or a stick; the page gets a token, never a path to write to
 * @property {number} token
 * @property {string} path
 * @property {string} label
 * @property {number | null} free bytes, where the program knows it
 * @property {boolean} removable
 *
 * @typedef {object} Delivery what of a year goes
 * @property {string} community
 * @property {number} year
 * @property {string} on
 * @property {string[]} leave_out paths in the package
 *
 * @typedef {Delivery & {place: number, zip: boolean}} HandOverRequest where to, by its token, and whether as
 *   one file for a letter
 *
 * @typedef {object} Written
 * @property {number} token for showing it in the file manager
 * @property {string} path
 * @property {number} files
 * @property {number} bytes
 * @property {string | null} leftover the previous package, where it could not be removed
 *
 * @typedef {object} Progress
 * @property {"writing" | "reading"} stage
 * @property {string} file
 * @property {number} done
 * @property {number} total
 */

/** @returns {Promise<Place | null>} nothing when the person changed their mind */
export const chooseFolder = () => call("choose_folder");

/** @returns {Promise<Place[]>} the sticks that are in the computer now */
export const places = () => call("places");

/**
 * What the package of a year can hold, in the order of the delivery sheet.
 *
 * @param {string} community
 * @param {number} year
 * @param {string} on
 * @returns {Promise<PackagePaper[]>}
 */
export const packageContents = (community, year, on) =>
  call("package_contents", { community, year, on });

/**
 * Writes the package, reads it back and says how far it is.
 *
 * @param {HandOverRequest} request
 * @param {(progress: Progress) => void} told
 * @returns {Promise<Written>}
 */
export function handOver(request, told) {
  /** @type {Channel<Progress>} */
  const onProgress = new Channel();
  onProgress.onmessage = told;
  return call("hand_over", { request, onProgress });
}

/** @returns {Promise<null>} */
export const cancelHandOver = () => call("cancel_hand_over");

/**
 * Prints the delivery sheet as it lies in the package.
 *
 * @param {Delivery} request
 * @returns {Promise<null>}
 */
export const printDeliverySheet = (request) => call("print_delivery_sheet", { request });
