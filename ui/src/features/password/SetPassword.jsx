import { useEffect, useState } from "preact/hooks";

import { passwordAdvice, setPassword } from "../../api/password.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { Dialog } from "../../components/dialog/Dialog.jsx";
import { PasswordField } from "../../components/field/PasswordField.jsx";
import { Note } from "../../components/note/Note.jsx";
import { hasPassword } from "../../state/lock.js";
import { notify } from "../../state/messages.js";
import { changeKey, madeKey } from "./change-key.js";

/**
 * A password is set, or another one in its place. It is typed twice, since what was mistyped once would shut everybody out.
 *
 * @param {{onClose: () => void}} props
 */
export function SetPassword({ onClose }) {
  const changes = hasPassword.value;
  const [old, setOld] = useState("");
  const [first, setFirst] = useState("");
  const [again, setAgain] = useState("");
  const [wrong, setWrong] = useState(
    /** @type {{old?: string, first?: string, again?: string}} */ ({}),
  );
  const [refused, setRefused] = useState("");
  const [busy, setBusy] = useState(false);
  const advice = useAdvice(first);
  /**
   * What was wrong is being mended.
   *
   * @param {(text: string) => void} take
   */
  const typed = (take) => (/** @type {string} */ text) => {
    take(text);
    setWrong({});
  };

  async function set() {
    const found = {
      ...(changes && !old && { old: "Наберите нынешний пароль." }),
      ...(!first && { first: "Придумайте пароль и наберите его." }),
      ...(first && again !== first && { again: "Пароли не совпали. Наберите второй раз так же." }),
    };
    setWrong(found);
    setRefused("");
    if (Object.keys(found).length > 0) return focusFirstWrong();
    setBusy(true);
    try {
      const { groups, left } = await changeKey(() => setPassword(old, first));
      madeKey.value = groups;
      if (left) notify({ text: left });
      onClose();
    } catch (thrown) {
      const { code, message } = asRefusal(thrown);
      if (code === "wrong_password") setWrong({ old: message });
      else setRefused(message);
      setBusy(false);
      focusFirstWrong();
    }
  }

  return (
    <Dialog title={changes ? "Сменить пароль" : "Поставить пароль"} busy={busy} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void set();
        }}
      >
        {refused && <Note tone="wrong" what={refused} role="alert" />}
        {changes && (
          <PasswordField
            label="Нынешний пароль"
            value={old}
            wrong={wrong.old}
            disabled={busy}
            onType={typed(setOld)}
            autoFocus
          />
        )}
        <div class={changes ? "mt-3" : undefined}>
          <PasswordField
            label="Новый пароль"
            hint={advice || "Подойдут три-четыре слова подряд: их легче запомнить, чем знаки."}
            value={first}
            wrong={wrong.first}
            disabled={busy}
            onType={typed(setFirst)}
            autoFocus={!changes}
          />
        </div>
        <div class="mt-3">
          <PasswordField
            label="Ещё раз"
            value={again}
            wrong={wrong.again}
            disabled={busy}
            onType={typed(setAgain)}
          />
        </div>
        <div class="mt-4">
          <Note what="Без пароля и без ключа восстановления записи не откроет никто">
            <p>
              Ни мы, ни тот, кто обслуживает компьютер. Сразу после пароля программа покажет ключ
              восстановления: напечатайте его и положите в надёжное место.
            </p>
          </Note>
        </div>
        <p class="mt-4 rowp">
          <Button look="main" submit disabled={busy}>
            {busy ? "Шифруем записи…" : changes ? "Сменить пароль" : "Поставить пароль"}
          </Button>
          <Button disabled={busy} onClick={onClose}>
            Не сейчас
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

/**
 * What the program says of a password that is being typed; nothing where it is good.
 *
 * @param {string} typed
 */
function useAdvice(typed) {
  const [advice, setAdvice] = useState("");
  useEffect(() => {
    let left = false;
    if (typed) {
      passwordAdvice(typed).then(
        (said) => left || setAdvice(said ?? "Хороший пароль."),
        () => {},
      );
    } else setAdvice("");
    return () => {
      left = true;
    };
  }, [typed]);
  return advice;
}

/** To the first field that has to be mended, once it is marked. */
function focusFirstWrong() {
  requestAnimationFrame(() => {
    const field = document.querySelector(".dialog [aria-invalid='true']");
    if (field instanceof HTMLElement) field.focus();
  });
}
