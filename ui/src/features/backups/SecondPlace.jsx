/** @import {Backups, SecondPlace as Second} from "../../api/types/views" */
import * as api from "../../api/backups.js";
import { Button } from "../../components/button/Button.jsx";

/**
 * The second place of the copies: a stick, or a folder of the network. It may be away; it is caught up with when it is there
 * again.
 *
 * @param {{second: Second | null, onTake: (ask: () => Promise<Backups | null>) => unknown}} props
 */
export function SecondPlace({ second, onTake }) {
  const choose = () => void onTake(api.chooseSecondPlace);
  if (!second) {
    return (
      <>
        <p class="mt-2">
          Копии лежат на этом же компьютере: сломается он — пропадут и они. Назовите флешку или
          сетевую папку, и каждая копия будет попадать и туда.
        </p>
        <p class="mt-2">
          <Button onClick={choose}>Выбрать второе место…</Button>
        </p>
      </>
    );
  }
  return (
    <>
      <p class="mt-2 data-path">{second.path}</p>
      <p class="mt-1">
        {second.here
          ? "Сейчас на месте."
          : "Сейчас не видно. Вставьте флешку или подключите папку: недостающие копии программа допишет сама."}
        {second.last && ` Последняя копия там: ${second.last}.`}
      </p>
      <p class="mt-2 rowp">
        <Button onClick={choose}>Выбрать другое…</Button>
        <Button look="quiet" onClick={() => void onTake(api.forgetSecondPlace)}>
          Больше туда не копировать
        </Button>
      </p>
    </>
  );
}
