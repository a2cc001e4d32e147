import { useState } from "preact/hooks";

import { Ask } from "../../components/ask/Ask.jsx";
import { Field } from "../../components/field/Field.jsx";
import { Growing } from "../../components/field/Growing.jsx";

/**
 * In an approved plan a row goes to another term only with a reason.
 *
 * @param {{to: string, rows: string, onGive: (reason: string) => void, onStay: () => void}} props `to` is the
 *   new term in words; `rows` says what is moved
 */
export function ReasonAsk({ to, rows, onGive, onStay }) {
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState("");
  return (
    <Ask
      title={`Перенос на срок: ${to}`}
      stay="Не переносить"
      act="Перенести"
      onStay={onStay}
      onAct={() =>
        reason.trim()
          ? onGive(reason.trim())
          : setWrong("Напишите, почему срок переносится: причина войдёт в отчёт.")
      }
    >
      <p>{rows}</p>
      <p class="mt-1 soft">План утверждён, поэтому прежний срок останется в нём рядом с новым.</p>
      <div class="mt-3">
        <Field label="Почему срок переносится" wrong={wrong || null}>
          {(wiring) => (
            <Growing
              {...wiring}
              text={reason}
              unsaved=""
              onInput={(event) => {
                setReason(event.currentTarget.value);
                setWrong("");
              }}
            />
          )}
        </Field>
      </div>
    </Ask>
  );
}
