/** @import {Backup, BackupContents} from "../../api/types/views" */
import { useEffect, useState } from "preact/hooks";

import { lookIntoBackup } from "../../api/backups.js";
import { asRefusal } from "../../api/error-view.js";
import { Button } from "../../components/button/Button.jsx";
import { Dialog } from "../../components/dialog/Dialog.jsx";
import { Note } from "../../components/note/Note.jsx";
import { counted } from "../../words/numbers.js";

/**
 * What is inside a copy, for reading: nothing here changes anything.
 *
 * @param {{backup: Backup, onRestore: () => void, onClose: () => void}} props
 */
export function LookInside({ backup, onRestore, onClose }) {
  const [told, setTold] = useState(/** @type {BackupContents | null} */ (null));
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    let left = false;
    lookIntoBackup(backup.place, backup.name).then(
      (answer) => left || setTold(answer),
      (thrown) => left || setWrong(asRefusal(thrown).message),
    );
    return () => {
      left = true;
    };
  }, [backup]);
  return (
    <Dialog title={`Копия: ${backup.at}`} onClose={onClose}>
      {wrong && <Note tone="wrong" what={wrong} role="alert" />}
      {!told && !wrong && <p class="soft">Читаем копию…</p>}
      {told && <Contents told={told} />}
      <p class="mt-4 rowp">
        <Button onClick={onClose}>Закрыть</Button>
        {told && (
          <Button look="quiet" onClick={onRestore}>
            Вернуть эту копию…
          </Button>
        )}
      </p>
    </Dialog>
  );
}

/**
 * Communities with their years and people, and the last changes.
 *
 * @param {{told: BackupContents}} props
 */
export function Contents({ told: { communities, changes } }) {
  return (
    <>
      {communities.map(({ name, years, people }) => (
        <section key={name} aria-label={name}>
          <h3>{name}</h3>
          {years.map(({ year, protocols, activities }) => (
            <p key={year} class="mt-2">
              <b>{year}:</b> {protocols.length > 0 ? protocols.join("; ") : "протоколов нет"};{" "}
              {counted(activities, "мероприятие", "мероприятия", "мероприятий")} в плане.
            </p>
          ))}
          {people.length > 0 && (
            <details class="mt-2">
              <summary>Состав: {counted(people.length, "человек", "человека", "человек")}</summary>
              <ul class="mt-1">
                {people.map((person) => (
                  <li key={person}>{person}</li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
      {changes.length > 0 && (
        <>
          <h3>Что меняли последним</h3>
          <ul class="mt-2">
            {changes.map(({ at, name }) => (
              <li key={at + name}>
                <span class="soft">{at}</span> {name}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
