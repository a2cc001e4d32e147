/** @import {Attachment} from "../../api/types/records" */
/** @import {LookedAt} from "../../api/types/commands" */
import { useEffect, useState } from "preact/hooks";

import { attachmentPage, lookAtAttachment } from "../../api/attachments.js";
import { Button } from "../../components/button/Button.jsx";
import { Paper } from "../../components/paper/Paper.jsx";
import { notifyError } from "../../state/messages.js";
import { removeRecord } from "../../state/records.js";
import { counted, size } from "../../words/numbers.js";
import { focusField } from "../../components/field/focus-field.js";
import { openFile, saveFile } from "./acts.js";

/** What the program shows by itself; the rest is opened by the system. */
const SHOWN = ["application/pdf", "image/jpeg", "image/png"];

/**
 * One attached file: looked at here where it is a PDF or a picture, opened, saved elsewhere, deleted.
 *
 * @param {{file: Attachment, looked: boolean, onLook: (looked: boolean) => void, next: string}} props `next` gets
 *   the focus when the file is deleted
 */
export function FileRow({ file, looked, onLook, next }) {
  const shown = SHOWN.includes(file.media_type);

  async function remove() {
    if (await removeRecord(file.id)) focusField(next);
  }

  return (
    <li class="files__row">
      <p>
        {file.name}{" "}
        <span class="soft nb">
          {file.pages ? `${counted(file.pages, "лист", "листа", "листов")}, ` : ""}
          {size(file.size)}
        </span>
      </p>
      <div class="files__acts" role="group" aria-label={file.name}>
        {shown && (
          <Button look="quiet" flush sign="sheet" expanded={looked} onClick={() => onLook(!looked)}>
            {looked ? "Скрыть" : "Посмотреть"}
          </Button>
        )}
        <Button look="quiet" flush={!shown} sign="arrow" onClick={() => void openFile(file.id)}>
          Открыть
        </Button>
        <Button look="quiet" sign="save" onClick={() => void saveFile(file.id)}>
          Сохранить как…
        </Button>
        <Button look="quiet" sign="bin" onClick={() => void remove()}>
          Удалить
        </Button>
      </div>
      {looked && <Pages id={file.id} onRefused={() => onLook(false)} />}
    </li>
  );
}

/** @param {{id: string, onRefused: () => void}} props */
function Pages({ id, onRefused }) {
  const [opened, setOpened] = useState(/** @type {LookedAt | null} */ (null));
  useEffect(() => {
    let left = false;
    lookAtAttachment(id).then(
      (answer) => left || setOpened(answer),
      (thrown) => {
        if (left) return;
        notifyError(thrown);
        onRefused();
      },
    );
    return () => {
      left = true;
    };
  }, [id]);
  return (
    <div class="files__pages">
      <Paper paper={opened} load={attachmentPage} />
    </div>
  );
}
