import { Button, ButtonLink } from "../../components/button/Button.jsx";
import { records } from "../../state/records.js";
import { hrefOf } from "../../state/route.js";
import { calledRecord } from "../../state/unwritten.js";
import { capital } from "../../words/sentence.js";

/**
 * The record that a question deals with, and the way to it.
 *
 * @param {{record: string, onDrop: (() => void) | null}} props
 */
export function About({ record, onDrop }) {
  const found = records.value.get(record);
  if (!found) return null;
  const called = calledRecord(found);
  return (
    <p class="meet__part meet__adds">
      <span class="soft">К чему относится вопрос:</span>
      <ButtonLink look="quiet" signAfter sign="arrow" href={hrefOf(found.kind, record)}>
        {capital(called)}
      </ButtonLink>
      {onDrop && (
        <Button
          look="quiet"
          sign="close"
          label={`Больше не связывать вопрос с тем, к чему он относится: ${called}`}
          onClick={onDrop}
        >
          Не связывать
        </Button>
      )}
    </p>
  );
}
