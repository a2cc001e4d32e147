/** @import {Attachment, AttachmentRole} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { attachFiles } from "../../api/attachments.js";
import { Button } from "../../components/button/Button.jsx";
import { DropArea } from "../../components/drop-area/DropArea.jsx";
import { allOf } from "../../state/records.js";
import { attachAndTell } from "./acts.js";
import { FileList } from "./FileList.jsx";

/**
 * Files of a record, and the way to add some. A signed scan of a protocol has a part of its own, and the text kept
 * at signing is the program's.
 *
 * @param {{of: string, role?: AttachmentRole, title?: string, hint?: string,
 *   only?: (file: Attachment) => boolean}} props `of` is the record; `only` where some of its files stand elsewhere
 */
export function AttachedFiles({ of, role = "document", title = "Файлы", hint, only = () => true }) {
  const [busy, setBusy] = useState(false);
  const files = allOf("attachment").filter(
    (file) =>
      file.belongs_to === of &&
      file.role !== "signed_scan" &&
      file.role !== "signed_text" &&
      only(file),
  );
  const button = `attach-${of}`;

  /** @param {number | null} dropped */
  async function attach(dropped) {
    setBusy(true);
    await attachAndTell(() => attachFiles(of, role, dropped));
    setBusy(false);
  }

  return (
    <section>
      <DropArea disabled={busy} onDrop={(token) => void attach(token)}>
        <h2>{title}</h2>
        <FileList files={files} next={button} />
        <p class="mt-2 files__add">
          <Button id={button} sign="plus" disabled={busy} onClick={() => void attach(null)}>
            Приложить файлы
          </Button>
          <span class="small soft">
            {hint ?? "Или перетащите их сюда мышью. До 50\u00a0МБ каждый."}
          </span>
        </p>
      </DropArea>
    </section>
  );
}
