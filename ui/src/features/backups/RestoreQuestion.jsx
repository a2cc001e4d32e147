/** @import {Backup} from "../../api/types/views" */
import { useState } from "preact/hooks";

import { asRefusal } from "../../api/error-view.js";
import { Ask } from "../../components/ask/Ask.jsx";
import { restore } from "./work.js";

/**
 * Asked once, since the records become others; what they are now is kept first.
 *
 * @param {{backup: Backup, onRefused: (why: string) => void, onClose: () => void}} props
 */
export function RestoreQuestion({ backup, onRefused, onClose }) {
  const [busy, setBusy] = useState(false);
  async function act() {
    if (busy) return;
    setBusy(true);
    try {
      await restore(backup);
    } catch (thrown) {
      onRefused(asRefusal(thrown).message);
    }
    onClose();
  }
  return (
    <Ask
      title="Вернуть записи из копии?"
      act={busy ? "Возвращаем…" : "Вернуть эту копию"}
      onStay={() => busy || onClose()}
      onAct={() => void act()}
    >
      <p>
        Записи станут такими, какими были: <b>{backup.at}</b>.
      </p>
      <p class="mt-2">
        Нынешние программа сначала сохранит отдельной копией, и их тоже можно будет вернуть.
      </p>
    </Ask>
  );
}
