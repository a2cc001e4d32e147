/** @import {CarriedCopy} from "../../api/types/commands" */
import { useState } from "preact/hooks";

import { chooseCarriedCopy, takeCarriedCopy } from "../../api/backups.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { Dialog } from "../../components/dialog/Dialog.jsx";
import { PasswordField } from "../../components/field/PasswordField.jsx";
import { Note } from "../../components/note/Note.jsx";
import { takeOpening } from "../../state/file.js";
import { switchFile } from "../../state/records.js";
import { go, href } from "../../state/route.js";

/**
 * The first start of whoever comes with a copy: from another computer, or from the leader of before.
 *
 * @param {{disabled?: boolean}} props
 */
export function OpenCopy({ disabled }) {
  const [copy, setCopy] = useState(/** @type {CarriedCopy | null} */ (null));
  const [password, setPassword] = useState("");
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);

  /** @param {() => Promise<void>} act */
  async function attempt(act) {
    if (busy) return;
    setBusy(true);
    setRefused("");
    try {
      await act();
    } catch (thrown) {
      setRefused(asRefusal(thrown).message);
    }
    setBusy(false);
  }
  const choose = () =>
    attempt(async () => {
      const chosen = await chooseCarriedCopy();
      if (!chosen) return;
      setPassword("");
      if (chosen.locked) setCopy(chosen);
      else await take(chosen, "");
    });
  /**
   * @param {CarriedCopy} chosen
   * @param {string} typed
   */
  async function take(chosen, typed) {
    const { opening, wrong } = await takeCarriedCopy(chosen.token, typed);
    if (!opening) return setRefused(wrong ?? "");
    go(href("overview"));
    await switchFile(() => takeOpening(opening));
  }

  return (
    <>
      <Button wide sign="stick" disabled={disabled || busy} onClick={() => void choose()}>
        Есть копия? Открыть её
      </Button>
      {refused && !copy && (
        <div class="mt-2">
          <Note tone="wrong" what={refused} role="alert" />
        </div>
      )}
      {copy && (
        <Dialog title="Копия закрыта паролем" busy={busy} onClose={() => setCopy(null)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void attempt(() => take(copy, password));
            }}
          >
            <p class="data-path">{copy.path}</p>
            <div class="mt-3">
              <PasswordField
                label="Пароль этих записей"
                value={password}
                wrong={refused}
                disabled={busy}
                onType={setPassword}
                autoFocus
              />
            </div>
            <p class="mt-4 rowp">
              <Button look="main" submit disabled={busy}>
                {busy ? "Открываем…" : "Открыть копию"}
              </Button>
              <Button disabled={busy} onClick={() => setCopy(null)}>
                Не сейчас
              </Button>
            </p>
          </form>
        </Dialog>
      )}
    </>
  );
}
