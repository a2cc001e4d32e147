/** @import {Unlocking} from "../../api/types/commands" */
import { useEffect, useState } from "preact/hooks";

import { unlock, unlockWithRecoveryKey } from "../../api/password.js";
import { asRefusal } from "../../api/error-view.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { PasswordField } from "../../components/field/PasswordField.jsx";
import { Icon } from "../../components/icon/Icon.jsx";
import { takeOpening } from "../../state/file.js";
import { switchFile } from "../../state/records.js";
import { href } from "../../state/route.js";
import { counted } from "../../words/numbers.js";
import { RecoveryKeyField } from "./RecoveryKeyField.jsx";
import "./password.css";

const FIELD = "unlock";

/**
 * The records are locked: the password, or the recovery key, and nothing of the records. Who was somewhere is there again
 * afterwards, since the address stays.
 */
export function LockScreen() {
  const [way, setWay] = useState(/** @type {"password" | "key"} */ ("password"));
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useCountdown();

  useEffect(() => {
    if (!busy && wait === 0) document.getElementById(FIELD)?.focus();
  }, [way, busy, wait === 0]);

  /** @param {"password" | "key"} next */
  function change(next) {
    setWay(next);
    setTyped("");
    setWrong("");
  }
  async function open() {
    if (busy || wait > 0) return;
    if (!typed.trim()) {
      return setWrong(way === "password" ? "Наберите пароль." : "Наберите ключ восстановления.");
    }
    setBusy(true);
    setWrong("");
    try {
      const answer = await (way === "password" ? unlock(typed) : unlockWithRecoveryKey(typed));
      await take(answer);
    } catch (thrown) {
      setWrong(asRefusal(thrown).message);
    }
    setBusy(false);
  }
  /** @param {Unlocking} answer */
  async function take({ opening, wrong: why, wait: seconds }) {
    if (opening) return void (await switchFile(() => takeOpening(opening)));
    setWrong(why ?? "");
    setWait(seconds ?? 0);
    if (way === "password") setTyped("");
  }

  return (
    <main class="locked" aria-labelledby="locked">
      <form
        class="locked__inside"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <h1 id="locked">
          <Icon sign="lock" />
          Записи закрыты паролем
        </h1>
        <p class="mt-2">Всё, что вы набрали, сохранено.</p>
        <div class="mt-4">
          {way === "password" ? (
            <PasswordField
              id={FIELD}
              label="Пароль"
              value={typed}
              wrong={wrong}
              onType={setTyped}
              autoFocus
            />
          ) : (
            <RecoveryKeyField id={FIELD} value={typed} wrong={wrong} onType={setTyped} />
          )}
        </div>
        {wait > 0 && (
          <p class="mt-2" role="status">
            Следующая попытка через {counted(wait, "секунду", "секунды", "секунд")}.
          </p>
        )}
        <p class="mt-4 rowp">
          <Button look="main" tall submit disabled={busy || wait > 0}>
            {busy ? "Открываем…" : "Открыть"}
          </Button>
          <Button look="quiet" onClick={() => change(way === "password" ? "key" : "password")}>
            {way === "password" ? "Есть ключ восстановления" : "Вернуться к паролю"}
          </Button>
          <ButtonLink look="quiet" sign="help" href={href("help", "records")}>
            Справка
          </ButtonLink>
        </p>
      </form>
    </main>
  );
}

/**
 * Seconds that run down to zero.
 *
 * @returns {[number, (seconds: number) => void]}
 */
function useCountdown() {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}
