import { Button } from "../components/button/Button.jsx";
import { file, openOwn, today } from "../state/file.js";
import { notifyError } from "../state/messages.js";
import { changeFile } from "../state/leaving.js";
import { layout } from "../state/scale.js";
import { longDate } from "../words/dates.js";

/** «УЧЕБНЫЙ ПРИМЕР» with its day, on every screen of the example, so that nobody takes it for their own year. */
export function ExampleMark() {
  if (!file.value?.example) return null;
  const day = longDate(today.value);
  const large = layout.value === "large";
  return (
    <p class="example">
      <span>
        <b>УЧЕБНЫЙ ПРИМЕР.</b> {large ? day : `${SAID[layout.value]} здесь ${day}`}
      </span>
      <Button look="quiet" onClick={() => void changeFile(openOwn).catch(notifyError)}>
        {large ? "К своим записям" : "Перейти к своим записям"}
      </Button>
    </p>
  );
}

/** As much as fits beside the button. */
const SAID = { wide: "Вымышленное сообщество, сегодня", narrow: "Сегодня", large: "" };
