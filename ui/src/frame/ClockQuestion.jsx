import { Button } from "../components/button/Button.jsx";
import { Note } from "../components/note/Note.jsx";
import { clockIsRight, clockQuestion } from "../state/clock.js";
import { askWhatIsOpen } from "../state/file.js";
import { notifyError } from "../state/messages.js";
import { switchFile } from "../state/records.js";

/** A wrong day of the computer is asked about before anything is dated by it. It stays until it is answered. */
export function ClockQuestion() {
  const asked = clockQuestion.value;
  if (!asked) return null;
  return (
    <div class="clock-question">
      <Note tone="wrong" what={asked.message} role="alert">
        <div class="bar2">
          <p>{asked.hint}</p>
          <p class="rowp">
            <Button onClick={() => void switchFile(askWhatIsOpen).catch(notifyError)}>
              Дата исправлена
            </Button>
            <Button onClick={clockIsRight}>Дата верная</Button>
          </p>
        </div>
      </Note>
    </div>
  );
}
