/** @import {BroughtCopy as Copy, LookedInto} from "../../api/types/commands" */
import { useEffect, useState } from "preact/hooks";

import { lookIntoBrought } from "../../api/brought.js";
import { asRefusal } from "../../api/error-view.js";
import { Ask } from "../../components/ask/Ask.jsx";
import { Button } from "../../components/button/Button.jsx";
import { Dialog } from "../../components/dialog/Dialog.jsx";
import { PasswordField } from "../../components/field/PasswordField.jsx";
import { Note } from "../../components/note/Note.jsx";
import { Contents } from "./LookInside.jsx";
import { brought, take } from "./brought.js";

/** The copy that was opened by a double click: what is inside, and the way to take it. Looking changes nothing. */
export function BroughtCopy() {
  const copy = brought.value;
  return copy && <Opened key={copy.token} copy={copy} />;
}

/** @param {{copy: Copy}} props */
function Opened({ copy }) {
  const [password, setPassword] = useState("");
  const [told, setTold] = useState(/** @type {LookedInto["contents"]} */ (null));
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(!copy.locked);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!copy.locked) void look();
  }, []);

  async function look() {
    setBusy(true);
    setWrong("");
    try {
      const looked = await lookIntoBrought(copy.token, password);
      setTold(looked.contents);
      setWrong(looked.wrong ?? "");
    } catch (thrown) {
      setWrong(asRefusal(thrown).message);
    }
    setBusy(false);
  }
  async function act() {
    setBusy(true);
    try {
      await take(copy, password);
      leave();
    } catch (thrown) {
      setAsked(false);
      setWrong(asRefusal(thrown).message);
    }
    setBusy(false);
  }

  if (asked) return <Question copy={copy} busy={busy} onAct={act} onStay={() => setAsked(false)} />;
  return (
    <Dialog title={`Копия: ${copy.at}`} busy={busy} onClose={leave}>
      <p class="data-path">{copy.path}</p>
      {wrong && (told || !copy.locked) && <Note tone="wrong" what={wrong} role="alert" />}
      {busy && !told && <p class="mt-2 soft">Читаем копию…</p>}
      {told && <Contents told={told} />}
      {copy.locked && !told ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void look();
          }}
        >
          <div class="mt-3">
            <PasswordField
              label="Пароль этих записей"
              value={password}
              wrong={wrong}
              onType={setPassword}
              autoFocus
            />
          </div>
          <p class="mt-4 rowp">
            <Button look="main" submit disabled={busy}>
              Посмотреть
            </Button>
            <Button disabled={busy} onClick={leave}>
              Не сейчас
            </Button>
          </p>
        </form>
      ) : (
        <p class="mt-4 rowp">
          <Button disabled={busy} onClick={leave}>
            Закрыть
          </Button>
          {told && (
            <Button
              look={copy.replaces ? "quiet" : "main"}
              disabled={busy}
              onClick={() => (copy.replaces ? setAsked(true) : void act())}
            >
              {copy.replaces ? "Вернуть эту копию…" : "Начать с этой копии"}
            </Button>
          )}
        </p>
      )}
    </Dialog>
  );
}

/** @param {{copy: Copy, busy: boolean, onAct: () => Promise<void>, onStay: () => void}} props */
function Question({ copy, busy, onAct, onStay }) {
  return (
    <Ask
      title="Вернуть записи из копии?"
      act={busy ? "Возвращаем…" : "Вернуть эту копию"}
      onStay={() => busy || onStay()}
      onAct={() => busy || void onAct()}
    >
      <p>
        Записи станут такими, какие в копии: <b>{copy.at}</b>.
      </p>
      <p class="mt-2">
        Нынешние программа сначала сохранит отдельной копией, и их тоже можно будет вернуть.
      </p>
    </Ask>
  );
}

function leave() {
  brought.value = null;
}
