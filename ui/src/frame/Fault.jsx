/** @import {ErrorView} from "../api/types/views" */
import { Button, ButtonLink } from "../components/button/Button.jsx";
import { askWhatIsOpen, couldNotOpen, openExample } from "../state/file.js";
import { notifyError } from "../state/messages.js";
import { switchFile } from "../state/records.js";
import { href } from "../state/route.js";

/**
 * The file of records did not open: what happened, what to do, and that nothing was lost by it.
 *
 * @param {{told: ErrorView}} props
 */
export function Fault({ told }) {
  return (
    <main class="fault">
      <h1>{told.message}</h1>
      <p class="mt-3">Файл с записями программа не меняла.</p>
      <p class="mt-4 rowp">
        <Button look="main" tall onClick={() => void switchFile(askWhatIsOpen).catch(couldNotOpen)}>
          Попробовать ещё раз
        </Button>
        <Button sign="book" onClick={() => void switchFile(openExample).catch(notifyError)}>
          Открыть учебный пример
        </Button>
        <ButtonLink look="quiet" sign="help" href={href("help", "trouble")}>
          Что делать: справка
        </ButtonLink>
      </p>
    </main>
  );
}
