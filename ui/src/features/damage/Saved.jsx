/** @import {Recovery} from "../../api/types/commands" */
import { useLayoutEffect, useRef } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { takeOpening } from "../../state/file.js";
import { switchFile } from "../../state/records.js";
import { counted } from "../../words/numbers.js";

/**
 * What was saved of a damaged file, what is doubtful, what is gone, and where the file itself lies now.
 *
 * @param {{recovery: Recovery}} props
 */
export function Saved({ recovery: { recovered, opening } }) {
  const { saved, from_damaged, from_copy, files, doubtful, lost, all_read, set_aside, copy } =
    recovered;
  const heading = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <main class="damage" aria-labelledby="saved">
      <h1 id="saved" tabIndex={-1} ref={heading}>
        Восстановлено: {counted(saved, "запись", "записи", "записей")}
      </h1>
      <p class="mt-3 lead">
        {copy
          ? `Новее копии (${copy}): ${from_damaged}. Только в копии: ${from_copy}.`
          : "Копии не было: всё взято из повреждённого файла."}
        {files > 0 && ` Приложенных файлов: ${files}.`}
      </p>
      {all_read && lost.length === 0 && doubtful.length === 0 && (
        <div class="mt-4">
          <Note tone="good" what="Ничего не потеряно, каждая запись проверена" role="status" />
        </div>
      )}
      <List
        title="Проверьте сами"
        about="Эти записи прочитались, но их контрольная сумма не сошлась."
        lines={doubtful}
      />
      <List
        title="Прочитать не удалось"
        about="Этих записей нет ни в файле, ни в копии."
        lines={lost}
      />
      {!all_read && (
        <div class="mt-4">
          <Note what="Повреждённый файл прочитался не весь" role="status">
            <p>Если после копии вносили новое, посмотрите, на месте ли оно.</p>
          </Note>
        </div>
      )}
      <h2 class="mt-5">Где повреждённый файл</h2>
      <p class="mt-2 damage__path">{set_aside}</p>
      <p class="mt-1 soft">Он не изменён. Когда убедитесь, что всё на месте, папку можно убрать.</p>
      <p class="mt-4">
        <Button look="main" tall onClick={() => void switchFile(() => takeOpening(opening))}>
          Открыть записи
        </Button>
      </p>
    </main>
  );
}

/** @param {{title: string, about: string, lines: string[]}} props */
function List({ title, about, lines }) {
  if (lines.length === 0) return null;
  return (
    <section class="mt-4">
      <h2>{title}</h2>
      <p class="mt-1">{about}</p>
      <ul class="damage__list mt-2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
