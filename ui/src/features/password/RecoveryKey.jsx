import { useState } from "preact/hooks";

import { printRecoveryKey } from "../../api/password.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { Dialog } from "../../components/dialog/Dialog.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { Note } from "../../components/note/Note.jsx";

/**
 * The recovery key, shown this once. It is left only by saying that it is on paper.
 *
 * @param {{groups: string[], onClose: () => void}} props
 */
export function RecoveryKey({ groups, onClose }) {
  const [written, setWritten] = useState(false);
  const [refused, setRefused] = useState("");
  async function print() {
    setRefused("");
    try {
      await printRecoveryKey(groups);
    } catch (thrown) {
      setRefused(asRefusal(thrown).message);
    }
  }
  return (
    <Dialog title="Пароль поставлен. Теперь ключ восстановления" busy={!written} onClose={onClose}>
      <p>
        Если пароль забудется, записи откроет только этот ключ. Больше программа его не покажет:
        напечатайте его или перепишите и храните не у компьютера.
      </p>
      <ol class="recovery" aria-label="Ключ восстановления">
        {groups.map((group, at) => (
          <li key={at}>{group}</li>
        ))}
      </ol>
      {refused && <Note tone="wrong" what={refused} role="alert" />}
      <p class="mt-3">
        <Button sign="print" onClick={() => void print()}>
          Напечатать ключ
        </Button>
      </p>
      <p class="mt-4">
        <Tick checked={written} onChange={setWritten}>
          Ключ напечатан или переписан
        </Tick>
      </p>
      <p class="mt-3">
        <Button look="main" disabled={!written} onClick={onClose}>
          Готово
        </Button>
      </p>
    </Dialog>
  );
}
