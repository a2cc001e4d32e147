import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Segments } from "../../components/field/Segments.jsx";
import { file } from "../../state/file.js";
import { LOCK_AFTER, chooseLockAfter, hasPassword, lockAfter, lockNow } from "../../state/lock.js";
import { madeKey } from "./change-key.js";
import { RecoveryKey } from "./RecoveryKey.jsx";
import { RemovePassword } from "./RemovePassword.jsx";
import { SetPassword } from "./SetPassword.jsx";
import "./password.css";

/** @typedef {"set" | "remove" | null} Doing */

/** The password of the records: set, changed, taken off; after how long the program locks itself. */
export function PasswordSettings() {
  const [doing, setDoing] = useState(/** @type {Doing} */ (null));
  if (file.value?.example) {
    return <p class="soft">Пароль ставят на свои записи; учебный пример открыт всем.</p>;
  }
  const close = () => setDoing(null);
  return (
    <>
      {hasPassword.value ? (
        <Locks onDo={setDoing} />
      ) : (
        <>
          <p>
            Если компьютером пользуются и другие, поставьте пароль. Записи, сканы, черновики и
            запасные копии будут зашифрованы, и без пароля их никто не прочитает.
          </p>
          <p class="mt-3">
            <Button sign="lock" onClick={() => setDoing("set")}>
              Поставить пароль
            </Button>
          </p>
        </>
      )}
      {doing === "set" && <SetPassword onClose={close} />}
      {doing === "remove" && <RemovePassword onClose={close} />}
      {madeKey.value && <RecoveryKey groups={madeKey.value} onClose={done} />}
    </>
  );
}

/** The key is on paper: back to where the password was set, since the room was drawn anew meanwhile. */
function done() {
  madeKey.value = null;
  const heading = document.getElementById("settings-password");
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

/** @param {{onDo: (doing: Doing) => void}} props */
function Locks({ onDo }) {
  return (
    <>
      <p>
        Записи закрыты паролем и зашифрованы. Закрыть их, отходя от компьютера: Ctrl+L или кнопка
        внизу списка разделов.
      </p>
      <p class="mt-3 label" id="settings-lock-after">
        Закрывать самой, если к программе не прикасались
      </p>
      <Segments
        label="Закрывать самой, если к программе не прикасались"
        value={String(lockAfter.value)}
        options={LOCK_AFTER.map((minutes) => ({
          value: String(minutes),
          label: minutes ? `${minutes}\u00a0минут` : "Никогда",
        }))}
        onChange={(minutes) => chooseLockAfter(Number(minutes))}
      />
      <p class="mt-4 rowp">
        <Button sign="lock" onClick={() => void lockNow()}>
          Закрыть сейчас
        </Button>
        <Button onClick={() => onDo("set")}>Сменить пароль</Button>
        <Button look="quiet" onClick={() => onDo("remove")}>
          Снять пароль
        </Button>
      </p>
    </>
  );
}
