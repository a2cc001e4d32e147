/** @import {Place, SavedFile} from "../../api/types/commands" */
import { useState } from "preact/hooks";

import { backUpInto } from "../../api/backups.js";
import { asRefusal } from "../../api/error-view.js";
import { printPaper } from "../../api/papers.js";
import { revealFile } from "../../api/saved-files.js";
import { Button } from "../../components/button/Button.jsx";
import { Dialog } from "../../components/dialog/Dialog.jsx";
import { Note } from "../../components/note/Note.jsx";
import { community, today, year } from "../../state/file.js";
import { hasPassword } from "../../state/lock.js";
import { settle } from "../../state/leaving.js";
import { PlaceChoice } from "./PlaceChoice.jsx";

/** @typedef {"move" | "pass"} Why the same person goes to another computer, or another person takes over */

/** @type {{[why in Why]: {title: string, about: string}}} */
const WORDS = {
  move: {
    title: "Перенести на другой компьютер",
    about:
      "Все записи со сканами лягут на флешку. На новом компьютере программа возьмёт их оттуда; здесь они останутся, как есть.",
  },
  pass: {
    title: "Передать сообщество",
    about:
      "Новый руководитель получит на флешке всё: записи, сканы, историю изменений и корзину. К флешке приложите лист передачи дел: что открыто и что где лежит.",
  },
};

/**
 * Everything is written onto a stick, with the steps that follow on the other computer.
 *
 * @param {{why: Why, onClose: () => void}} props
 */
export function TakeAway({ why, onClose }) {
  const [place, setPlace] = useState(/** @type {Place | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState("");
  const [written, setWritten] = useState(/** @type {SavedFile | null} */ (null));

  /** @param {() => Promise<unknown>} act */
  async function go(act) {
    setRefused("");
    try {
      await act();
    } catch (thrown) {
      setRefused(asRefusal(thrown).message);
    }
  }
  const write = () =>
    go(async () => {
      if (!place) return setRefused("Выберите, куда записать копию.");
      setBusy(true);
      // What stands in the fields goes along.
      await settle("room");
      setWritten(await backUpInto(place.token).finally(() => setBusy(false)));
    });
  const printSheet = () => go(() => printPaper(succession()));

  return (
    <Dialog title={WORDS[why].title} busy={busy} onClose={onClose}>
      {refused && <Note tone="wrong" what={refused} role="alert" />}
      {written ? (
        <Written why={why} written={written} onReveal={() => go(() => revealFile(written.token))} />
      ) : (
        <>
          <p>{WORDS[why].about}</p>
          <div class="mt-3">
            <PlaceChoice place={place} disabled={busy} onChoose={setPlace} />
          </div>
        </>
      )}
      <p class="mt-4 rowp">
        {!written && (
          <Button look="main" disabled={busy} onClick={() => void write()}>
            {busy ? "Записываем и проверяем…" : "Записать копию"}
          </Button>
        )}
        {why === "pass" && (
          <Button sign="print" disabled={busy} onClick={() => void printSheet()}>
            Напечатать лист передачи дел
          </Button>
        )}
        <Button disabled={busy} onClick={onClose}>
          {written ? "Готово" : "Не сейчас"}
        </Button>
      </p>
    </Dialog>
  );
}

/**
 * The sheet for the next leader: what is open, and where everything lies.
 *
 * @returns {import("../../api/types/commands").PaperRequest}
 */
const succession = () => ({
  kind: "succession",
  community: community.value?.id ?? "",
  year: year.value,
  on: today.value,
});

/** @param {{why: Why, written: SavedFile, onReveal: () => Promise<void>}} props */
function Written({ why, written, onReveal }) {
  return (
    <>
      <Note tone="good" what="Копия записана, прочитана обратно и проверена" role="status">
        <p class="data-path">{written.path}</p>
        <p class="mt-1">
          <Button look="quiet" onClick={() => void onReveal()}>
            Показать в папке
          </Button>
        </p>
      </Note>
      <h3>Что дальше на {why === "move" ? "новом" : "его"} компьютере</h3>
      <ol class="steps mt-2">
        <li>Установить программу и открыть её.</li>
        <li>На первом экране нажать «Есть копия? Открыть её» и указать папку на флешке.</li>
        {hasPassword.value && (
          <li>
            Набрать пароль этих записей.{" "}
            {why === "pass" && "Скажите его новому руководителю: он сможет его сменить."}
          </li>
        )}
        <li>Посмотреть, всё ли на месте.</li>
      </ol>
      <p class="mt-3">
        С этого дня ведите год только там. Если писать и тут и там, записи разойдутся.
      </p>
    </>
  );
}
