/** @import {Progress} from "../../api/handing-over.js" */
import { Button } from "../../components/button/Button.jsx";
import { size } from "../../words/numbers.js";
import { stop } from "./work.js";

/** @param {{progress: Progress | null, stopping: boolean}} props */
export function Writing({ progress, stopping }) {
  const total = progress?.total ?? 0;
  const done = progress?.done ?? 0;
  const reading = progress?.stage === "reading";
  return (
    <div class="writing">
      <p class="lead">Каждый файл записывается, читается обратно и сверяется.</p>
      <div class="mt-4">
        <label for="hand-over-progress">
          {progress ? (reading ? "Читаем обратно и сверяем" : "Записываем") : "Готовим бумаги…"}
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
        <p class="writing__file">{progress?.file}</p>
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
