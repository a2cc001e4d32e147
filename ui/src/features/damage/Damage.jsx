/** @import {Backup, ErrorView} from "../../api/types/views" */
/** @import {Recovery} from "../../api/types/commands" */
import { useEffect, useState } from "preact/hooks";

import { restoreBackup } from "../../api/backups.js";
import { asRefusal } from "../../api/error-view.js";
import { recover, recoveryCopy } from "../../api/recovery.js";
import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { askWhatIsOpen, couldNotOpen, openExample, takeOpening } from "../../state/file.js";
import { notify, notifyError } from "../../state/messages.js";
import { switchFile } from "../../state/records.js";
import { href } from "../../state/route.js";
import { whatIsInside } from "../backups/words.js";
import { Saved } from "./Saved.jsx";
import "./damage.css";

/**
 * The file of the records is damaged: what is known, the newest good copy, and the ways on. Nothing is done by itself, and the
 * damaged file stays as it is.
 *
 * @param {{told: ErrorView}} props
 */
export function Damage({ told }) {
  const [copy, setCopy] = useState(/** @type {Backup | null | undefined} */ (undefined));
  const [busy, setBusy] = useState("");
  const [refused, setRefused] = useState("");
  const [done, setDone] = useState(/** @type {Recovery | null} */ (null));
  useEffect(() => {
    recoveryCopy().then(setCopy, () => setCopy(null));
  }, []);

  /**
   * @param {string} what
   * @param {() => Promise<unknown>} act
   */
  async function attempt(what, act) {
    setBusy(what);
    setRefused("");
    try {
      await act();
    } catch (thrown) {
      setRefused(asRefusal(thrown).message);
    }
    setBusy("");
  }
  const save = () => attempt("save", async () => setDone(await recover()));
  const takeCopy = () =>
    attempt("copy", async () => {
      if (!copy) return;
      const { opening, set_aside } = await restoreBackup(copy.place, copy.name);
      await switchFile(() => takeOpening(opening));
      const aside = set_aside ? ` Повреждённый файл лежит нетронутым: ${set_aside}` : "";
      notify({ text: `Открыта копия: ${copy.at}.${aside}` });
    });

  if (done) return <Saved recovery={done} />;
  return (
    <main class="damage" aria-labelledby="damage">
      <h1 id="damage">Файл с записями повреждён</h1>
      <p class="mt-3 lead">
        Так бывает, когда отказывает диск или флешку вынули во время записи. Программа заметила это
        до того, как что-то показать, и файл не меняла.
      </p>
      <div class="mt-4">
        <NewestCopy copy={copy} />
      </div>
      <p class="mt-3">
        «Восстановить» достанет из повреждённого файла всё, что в нём цело, а недостающее возьмёт из
        копии. Сам файл останется нетронутым в отдельной папке.
      </p>
      {refused && (
        <div class="mt-3">
          <Note tone="wrong" what={refused} role="alert" />
        </div>
      )}
      <p class="mt-4 rowp">
        <Button look="main" tall disabled={busy !== ""} onClick={() => void save()}>
          {busy === "save" ? "Восстанавливаем…" : "Восстановить"}
        </Button>
        {copy && (
          <Button disabled={busy !== ""} onClick={() => void takeCopy()}>
            {busy === "copy" ? "Открываем копию…" : "Открыть только копию"}
          </Button>
        )}
      </p>
      <p class="mt-4 rowp">
        <Button
          look="quiet"
          flush
          disabled={busy !== ""}
          onClick={() => void switchFile(askWhatIsOpen).catch(couldNotOpen)}
        >
          Попробовать ещё раз
        </Button>
        <Button
          look="quiet"
          sign="book"
          disabled={busy !== ""}
          onClick={() => void switchFile(openExample).catch(notifyError)}
        >
          Открыть учебный пример
        </Button>
        <ButtonLink look="quiet" sign="help" href={href("help", "trouble")}>
          Что делать: справка
        </ButtonLink>
      </p>
      <p class="mt-4 soft small">Для того, кто обслуживает компьютер: {told.message}</p>
    </main>
  );
}

/** @param {{copy: Backup | null | undefined}} props nothing until the copies were looked at */
function NewestCopy({ copy }) {
  if (copy === undefined) return <p role="status">Ищем последнюю целую копию…</p>;
  if (copy === null) {
    return (
      <Note what="Целой запасной копии не нашлось" role="status">
        <p>Вставьте флешку, если копии лежат и на ней, и нажмите «Попробовать ещё раз».</p>
      </Note>
    );
  }
  return (
    <Note tone="good" what={`Последняя целая копия: ${copy.at}`} role="status">
      {copy.inside && <p>В ней {whatIsInside(copy.inside)}.</p>}
      {copy.inside?.last_change && <p>Последнее изменение: {copy.inside.last_change}.</p>}
    </Note>
  );
}
