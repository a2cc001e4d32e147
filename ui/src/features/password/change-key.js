/** @import {Opening} from "../../api/types/views" */
import { signal } from "@preact/signals";

import { takeOpening } from "../../state/file.js";
import { settle } from "../../state/leaving.js";
import { leaveDrafts } from "../../state/drafts.js";
import { switchFile } from "../../state/records.js";

/** The recovery key that was just made, until it is said to be on paper: the room is drawn anew meanwhile. */
export const madeKey = signal(/** @type {string[] | null} */ (null));

/**
 * Changes the key of the records: the file is closed for it and opened anew, so what is typed goes to the disk first, and
 * what cannot be saved is kept as a draft.
 *
 * @template {{opening: Opening}} T
 * @param {() => Promise<T>} change
 * @returns {Promise<T>}
 */
export async function changeKey(change) {
  const drafts = await settle("close");
  if (drafts.length > 0) await leaveDrafts(drafts);
  /** @type {T | undefined} */
  let done;
  await switchFile(async () => {
    done = await change();
    await takeOpening(done.opening);
  });
  return /** @type {T} */ (done);
}
