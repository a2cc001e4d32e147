/** @import {Progress} from "../../api/types/commands" */
import { Button } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { counted, size } from "../../words/numbers.js";
import { stop } from "./work.js";

/**
 * @param {{progress: Progress | null, compared: number, stopping: boolean, zip: boolean}} props `compared`
 *   says how many files were read back and were the same
 */
export function Writing({ progress, compared, stopping, zip }) {
  const total = progress?.total ?? 0;
  const done = progress?.done ?? 0;
  const reading = progress?.stage === "reading";
  return (
    <div class="writing">
      <p class="lead">
        {zip
          ? "Файл записывается, читается обратно и сверяется."
          : "Каждый файл записывается, читается обратно и сверяется."}
      </p>
      <div class="mt-4">
        <label for="hand-over-progress">
          {progress ? "Записано и прочитано обратно" : "Готовим бумаги…"}
        </label>
        <progress
          id="hand-over-progress"
          class="writing__bar"
          value={total > 0 ? done : undefined}
          max={total > 0 ? total : undefined}
        />
        <p class="soft">
          {/* Every byte counts twice, written and read back; people think of the size of the files. */}
          {total > 0 && `${size(Math.round(done / 2))} из ${size(Math.round(total / 2))}`}
        </p>
        {progress && (
          <ul class="writing__files">
            {!zip && compared > 0 && (
              <li>
                <Status kind="done">
                  {counted(
                    compared,
                    "файл записан и совпал",
                    "файла записаны и совпали",
                    "файлов записаны и совпали",
                  )}
                </Status>
              </li>
            )}
            <li>
              <Status kind="going">{progress.file}</Status>
              <span class="soft">{reading ? "читается обратно" : "записывается"}</span>
            </li>
          </ul>
        )}
      </div>
      <p class="mt-4">
        <Button disabled={stopping} onClick={() => void stop()}>
          {stopping ? "Останавливаем…" : "Остановить"}
        </Button>
      </p>
      <p class="mt-2 soft">Если остановить, то, что лежало там раньше, останется как было.</p>
    </div>
  );
}
