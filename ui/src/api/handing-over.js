import { Channel } from "@tauri-apps/api/core";

import { call } from "./call.js";

/**
 * @typedef {object} Place a folder or a stick; the page gets a token, never a path to write to
 * @property {number} token
 * @property {string} path
 * @property {string} label
 * @property {number | null} free bytes
 * @property {boolean} removable
 *
 * @typedef {object} Chosen
 * @property {number} token
 * @property {string} path
 * @property {boolean} [removable] where the program knows it
 *
 * @typedef {object} HandOverRequest
 * @property {string} community
 * @property {number} year
 * @property {string} on
 * @property {number} place a token
 * @property {boolean} zip as one file for a letter
 *
 * @typedef {object} Progress
 * @property {"writing" | "reading"} stage
 * @property {string} file
 * @property {number} done
 * @property {number} total
 */

/** @returns {Promise<Chosen | null>} nothing when the person changed their mind */
export const chooseFolder = () => call("choose_folder");

/** @returns {Promise<Place[]>} removable drives first */
export const places = () => call("places");

/**
 * Writes the package, reads it back and says how far it is.
 *
 * @param {HandOverRequest} request
 * @param {(progress: Progress) => void} told
 * @returns {Promise<string>} where it was written
 */
export function handOver(request, told) {
  /** @type {Channel<Progress>} */
  const onProgress = new Channel();
  onProgress.onmessage = told;
  return call("hand_over", { request, onProgress });
}

/** @returns {Promise<null>} */
export const cancelHandOver = () => call("cancel_hand_over");
