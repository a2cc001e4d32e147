import { useEffect, useState } from "preact/hooks";

import { placeOfData } from "../../api/backups.js";
import { programVersion } from "../../api/program.js";
import { revealData } from "../../api/saved-files.js";
import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { file, openExample, openOwn } from "../../state/file.js";
import { changeFile } from "../../state/leaving.js";
import { notifyError } from "../../state/messages.js";

/** Where the records lie; the way to the example and back. */
export function DataPlace() {
  const [version, setVersion] = useState("");
  useEffect(() => {
    programVersion().then(setVersion, () => {
      // Without the number the line is left out; nothing else depends on it.
    });
  }, []);
  const [stick, setStick] = useState("");
  useEffect(() => {
    // Where it cannot be told, nothing is said.
    placeOfData().then(setStick, () => {});
  }, []);
  const open = file.value;
  if (!open) return null;
  return (
    <>
      <p class="data-path">{open.path}</p>
      <p class="mt-1 soft">
        {open.example
          ? "Это учебный пример. Ваши записи лежат отдельно и не меняются."
          : "В этом файле все записи, а сканы и фотографии — в соседнем. Пока программа открыта, не копируйте и не переименовывайте их: для этого есть запасные копии, они ниже."}
      </p>
      {stick && (
        <div class="mt-2">
          <Note what={stick} role="status" />
        </div>
      )}
      <p class="mt-3 rowp">
        <Button sign="documents" onClick={() => void revealData().catch(notifyError)}>
          Открыть папку с записями
        </Button>
        {open.example ? (
          <Button onClick={() => void changeFile(openOwn).catch(notifyError)}>
            Вернуться к своим записям
          </Button>
        ) : (
          <Button onClick={() => void changeFile(openExample).catch(notifyError)}>
            Открыть учебный пример
          </Button>
        )}
      </p>
      {version && <p class="mt-3 soft">Версия программы {version}</p>}
    </>
  );
}
