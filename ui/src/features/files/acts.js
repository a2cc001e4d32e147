/** @import {Changes} from "../../api/types/views" */
import { openAttachment, saveAttachment } from "../../api/attachments.js";
import { notify, notifyError } from "../../state/messages.js";
import { allSaved, takeChanges } from "../../state/records.js";
import { tellSavedFile } from "../../state/saved-file.js";
import { sentence } from "../../words/sentence.js";

/**
 * Keeps something with a record after the record itself is on the disk, shows it and says so.
 *
 * @param {() => Promise<Changes | null>} attach
 * @returns {Promise<boolean>} false where it was refused or the person changed their mind
 */
export async function attachAndTell(attach) {
  try {
    await allSaved();
    const done = await attach();
    if (!done) return false;
    takeChanges(done);
    notify({ text: sentence(done.name) });
    return true;
  } catch (thrown) {
    notifyError(thrown);
    return false;
  }
}

/** @param {string} id */
export async function openFile(id) {
  try {
    await openAttachment(id);
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** @param {string} id */
export async function saveFile(id) {
  try {
    const saved = await saveAttachment(id);
    if (saved) tellSavedFile(saved);
  } catch (thrown) {
    notifyError(thrown);
  }
}
