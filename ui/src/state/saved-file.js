/** @import {SavedFile} from "../api/types/commands" */
import { openFile, revealFile } from "../api/saved-files.js";
import { notify, notifyError } from "./messages.js";

/** What a calendar or a folder would do is not «opening» as a person means it. */
const CAN_BE_OPENED = /\.(pdf|docx|xlsx|jpe?g|png)$/i;

/**
 * Says where a file was saved and leads there.
 *
 * @param {SavedFile} saved
 */
export function tellSavedFile({ token, path }) {
  notify({
    text: `Сохранено: ${path}`,
    action: "Показать в папке",
    act: () => void revealFile(token).catch(notifyError),
    also: CAN_BE_OPENED.test(path)
      ? { action: "Открыть", act: () => void openFile(token).catch(notifyError) }
      : undefined,
  });
}
