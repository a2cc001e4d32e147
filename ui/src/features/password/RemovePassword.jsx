import { useState } from "preact/hooks";

import { removePassword } from "../../api/password.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { Dialog } from "../../components/dialog/Dialog.jsx";
import { PasswordField } from "../../components/field/PasswordField.jsx";
import { notify } from "../../state/messages.js";
import { changeKey } from "./change-key.js";

/**
 * The password is taken off; whoever does it has to know it.
 *
 * @param {{onClose: () => void}} props
 */
export function RemovePassword({ onClose }) {
  const [old, setOld] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  async function remove() {
    if (!old) return setWrong("Наберите нынешний пароль.");
    setBusy(true);
    try {
      await changeKey(() => removePassword(old));
      onClose();
      notify({ text: "Пароль снят. Записи открываются без него." });
    } catch (thrown) {
      setWrong(asRefusal(thrown).message);
      setBusy(false);
    }
  }
  return (
    <Dialog title="Снять пароль" busy={busy} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void remove();
        }}
      >
        <p>Записи сможет открыть каждый, кто сядет за этот компьютер под вашим именем.</p>
        <div class="mt-3">
          <PasswordField
            label="Нынешний пароль"
            value={old}
            wrong={wrong}
            disabled={busy}
            onType={setOld}
            autoFocus
          />
        </div>
        <p class="mt-4 rowp">
          <Button submit disabled={busy}>
            {busy ? "Снимаем пароль…" : "Снять пароль"}
          </Button>
          <Button disabled={busy} onClick={onClose}>
            Оставить как есть
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
