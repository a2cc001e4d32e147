/** @import {Progress, SiteRequest, WriteSiteRequest} from "./types/commands" */
import { Channel } from "@tauri-apps/api/core";

import { call } from "./call.js";

/** @returns nothing when the person changed their mind */
export const chooseSiteFolder = () => call("choose_site_folder");

/**
 * What would stand on the pages for the site, who is named on them and what stays at home.
 *
 * @param {SiteRequest} site
 */
export const siteContents = (site) => call("site_contents", { site });

/**
 * Writes the pages, reads them back and says how far it is.
 *
 * @param {WriteSiteRequest} request
 * @param {(progress: Progress) => void} told
 */
export function writeSite(request, told) {
  /** @type {Channel<Progress>} */
  const onProgress = new Channel();
  onProgress.onmessage = told;
  return call("write_site", { request, onProgress });
}
