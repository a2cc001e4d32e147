/** @import {Backup, Backups} from "../../api/types/views" */
import { useEffect, useState } from "preact/hooks";

import * as api from "../../api/backups.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { file } from "../../state/file.js";
import { notify } from "../../state/messages.js";
import { BackupList } from "./BackupList.jsx";
import { LookInside } from "./LookInside.jsx";
import { RestoreQuestion } from "./RestoreQuestion.jsx";
import { SecondPlace } from "./SecondPlace.jsx";
import { TakeAway } from "./TakeAway.jsx";
import { backups, copyFault } from "./work.js";
import "./backups.css";

/** Which question about the copies was the last, and which of them was the last to be answered. */
let asked = 0;
let answered = 0;

/** @typedef {{act: "look" | "restore", backup: Backup} | {act: "move" | "pass"} | null} Doing */

/** The copies of the records: when, where, what is inside; one now, one taken back, one carried to another computer. */
export function BackupSettings() {
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const [doing, setDoing] = useState(/** @type {Doing} */ (null));
  const example = file.value?.example;
  useEffect(() => {
    if (!example) void take(api.fetchBackups);
  }, [file.value]);

  /**
   * @param {() => Promise<Backups | null>} ask
   * @returns {Promise<boolean>} whether something was answered
   */
  async function take(ask) {
    setWrong("");
    const order = ++asked;
    try {
      const told = await ask();
      // An answer that was overtaken by a later one says how it was before.
      if (told && order >= answered) {
        answered = order;
        backups.value = told;
      }
      return told !== null;
    } catch (thrown) {
      setWrong(asRefusal(thrown).message);
      return false;
    }
  }
  async function copyNow() {
    setBusy(true);
    if (await take(api.backUpNow)) {
      copyFault.value = "";
      notify({ text: "Копия сделана и проверена." });
    }
    setBusy(false);
  }

  if (example) {
    return <p class="soft">Копии делаются с ваших записей; учебный пример беречь не нужно.</p>;
  }
  const told = backups.value;
  return (
    <>
      <p>
        Программа делает копии сама: раз в день при запуске и при закрытии, если что-то менялось.
        Лишние старые она убирает.
      </p>
      {wrong && <Note tone="wrong" what={wrong} role="alert" />}
      {told ? <HowItStands told={told} /> : !wrong && <p class="mt-2 soft">Смотрим копии…</p>}
      <p class="mt-3 rowp">
        <Button sign="save" disabled={busy} onClick={() => void copyNow()}>
          {busy ? "Делаем копию…" : "Сделать копию сейчас"}
        </Button>
      </p>
      {told && (
        <>
          <BackupList
            list={told.list}
            onLook={(backup) => setDoing({ act: "look", backup })}
            onRestore={(backup) => setDoing({ act: "restore", backup })}
          />
          <h3 class="mt-4">Второе место</h3>
          <SecondPlace second={told.second} onTake={take} />
        </>
      )}
      <h3 class="mt-4">Другой компьютер, другой руководитель</h3>
      <p class="mt-2 rowp">
        <Button sign="stick" onClick={() => setDoing({ act: "move" })}>
          Перенести на другой компьютер
        </Button>
        <Button onClick={() => setDoing({ act: "pass" })}>Передать сообщество</Button>
      </p>
      {doing?.act === "look" && (
        <LookInside
          backup={doing.backup}
          onRestore={() => setDoing({ act: "restore", backup: doing.backup })}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.act === "restore" && (
        <RestoreQuestion
          backup={doing.backup}
          onRefused={setWrong}
          onClose={() => setDoing(null)}
        />
      )}
      {(doing?.act === "move" || doing?.act === "pass") && (
        <TakeAway why={doing.act} onClose={() => setDoing(null)} />
      )}
    </>
  );
}

/** @param {{told: Backups}} props */
function HowItStands({ told: { last, tried, fault } }) {
  return (
    <>
      <p class="mt-2">
        {last ? (
          <>
            Последняя копия: <b>{last}</b>.
          </>
        ) : (
          <b>Копий ещё нет.</b>
        )}
        {tried && ` Копия проверена ${tried}: записи из неё читаются.`}
      </p>
      {fault && (
        <div class="mt-2">
          <Note tone="wrong" what="Последняя копия не получилась" role="status">
            <p>{fault}</p>
          </Note>
        </div>
      )}
    </>
  );
}
