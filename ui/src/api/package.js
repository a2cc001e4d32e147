/** @import {HandOverRequest, Progress} from "./types/commands" */
import { Channel } from "@tauri-apps/api/core";

import { call } from "./call.js";

/** @returns nothing when the person changed their mind */
export const chooseFolder = () => call("choose_folder");

/** @returns the sticks that are in the computer now */
export const places = () => call("places");

/**
 * What a writing that was cut off left in a place.
 *
 * @param {number} place its token
 */
export const lookAtPlace = (place) => call("look_at_place", { place });

/**
 * Removes it; answers with what stays.
 *
 * @param {number} place its token
 */
export const removeLeftovers = (place) => call("remove_leftovers", { place });

/** @returns a password for a letter */
export const proposePassword = () => call("propose_password");

/**
 * Puts the package of a year together: its papers in the order of the delivery sheet. What is looked at here is what
 * `handOver` writes.
 *
 * @param {string} community
 * @param {number} year
 * @param {string} on
 */
export const packageContents = (community, year, on) =>
  call("package_contents", { community, year, on });

/**
 * Writes the package, reads it back and says how far it is.
 *
 * @param {HandOverRequest} request
 * @param {(progress: Progress) => void} told
 */
export function handOver(request, told) {
  /** @type {Channel<Progress>} */
  const onProgress = new Channel();
  onProgress.onmessage = told;
  return call("hand_over", { request, onProgress });
}

export const cancelHandOver = () => call("cancel_hand_over");

/**
 * Prints the delivery sheet as it lies in the package that was written.
 *
 * @param {number} package_ its token
 */
export const printDeliverySheet = (package_) => call("print_delivery_sheet", { package: package_ });
