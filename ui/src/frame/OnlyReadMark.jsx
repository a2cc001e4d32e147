import { file } from "../state/file.js";

/** Said on every screen of records that lie where nothing can be written, before somebody types what could not be kept. */
export function OnlyReadMark() {
  if (!file.value?.only_read) return null;
  return (
    <p class="example">
      <span>
        <b>Только чтение.</b> Папка с записями защищена от записи: смотреть и печатать можно,
        изменения не сохранятся.
      </span>
    </p>
  );
}
