/** @import {ToldError} from "../api/types/ToldError" */
import { Button } from "../components/button/Button.jsx";
import { askWhatIsOpen, openExample } from "../state/file.js";
import { switchFile } from "../state/records.js";

/**
 * The file of records did not open: what happened, what to do, and that nothing was lost by it.
 *
 * @param {{told: ToldError}} props
 */
export function Fault({ told }) {
  return (
    <main class="fault">
      <h1>{told.message}</h1>
      {told.hint && <p class="mt-3 lead">{told.hint}</p>}
      <p class="mt-3">Файл с записями программа не меняла.</p>
      <p class="mt-4 rowp">
        <Button look="main" tall onClick={() => void switchFile(askWhatIsOpen)}>
          Попробовать ещё раз
        </Button>
        <Button sign="book" onClick={() => void switchFile(openExample)}>
          Открыть учебный пример
        </Button>
      </p>
    </main>
  );
}
