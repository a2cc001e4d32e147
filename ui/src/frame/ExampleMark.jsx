import { Button } from "../components/button/Button.jsx";
import { file, openOwn, today } from "../state/file.js";
import { tellRefusal } from "../state/messages.js";
import { switchFile } from "../state/records.js";
import { longDate } from "../words/dates.js";

/** «УЧЕБНЫЙ ПРИМЕР» with its day, on every screen of the example, so that nobody takes it for their own year. */
export function ExampleMark() {
  if (!file.value?.example) return null;
  return (
    <p class="example">
      <span>
        <b>УЧЕБНЫЙ ПРИМЕР.</b> <span class="only-wide">Вымышленное сообщество, сегодня</span>
        <span class="only-narrow">Сегодня</span> здесь {longDate(today.value)}
      </span>
      <Button look="quiet" onClick={() => void switchFile(openOwn).catch(tellRefusal)}>
        Перейти к своим записям
      </Button>
    </p>
  );
}
