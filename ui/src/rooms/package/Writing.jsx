/** @import {Progress} from "../../api/types/commands" */
import { Button } from "../../components/button/Button.jsx";
import { Note } from "../../components/note/Note.jsx";
import { Status } from "../../components/status/Status.jsx";
import { counted, size } from "../../words/numbers.js";
import { stop } from "./work.js";

/** Slower than this a stick is worn out or stands in an old socket. */
const SLOW = 1024 * 1024;

/** So long the speed says nothing yet. */
const FIRST_SECONDS = 10;

/**
 * @param {{progress: Progress | null, compared: number, stopping: boolean, zip: boolean, since: number}} props `compared`
 *   says how many files were read back and were the same
 */
export function Writing({ progress, compared, stopping, zip, since }) {
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
      {isSlow(done, since) && (
        <Note tone="look" what="Накопитель записывает медленно." role="status">
          Осталось примерно {minutes(done, total, since)}. Ничего не вынимайте. В следующий раз
          возьмите другую флешку или вставьте эту в другое гнездо.
        </Note>
      )}
      <p class="mt-4">
        <Button disabled={stopping} onClick={() => void stop()}>
          {stopping ? "Останавливаем…" : "Остановить"}
        </Button>
      </p>
      <p class="mt-2 soft">Если остановить, то, что лежало там раньше, останется как было.</p>
    </div>
  );
}

/**
 * @param {number} done
 * @param {number} since
 */
function isSlow(done, since) {
  const seconds = (Date.now() - since) / 1000;
  return done > 0 && seconds > FIRST_SECONDS && done / seconds < SLOW;
}

/**
 * @param {number} done
 * @param {number} total
 * @param {number} since
 */
function minutes(done, total, since) {
  const left = ((total - done) * (Date.now() - since)) / done / 60_000;
  return counted(Math.max(1, Math.round(left)), "минута", "минуты", "минут");
}
