/** @import {Meeting} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { signProtocol, unsignProtocol } from "../../api/signing.js";
import { DateField } from "../../components/field/DateField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { takeFields } from "../../components/field/unsaved.js";
import { today } from "../../state/file.js";
import { readDateHere } from "../../state/reading.js";
import { actOn } from "../../state/records.js";
import { editProtocol } from "./edit.js";

/**
 * «Подписан» and its day. Nothing is there to be signed before the meeting has been held. The text that was
 * written here is kept as it was signed; a protocol that came ready has its text on the scan.
 *
 * @param {{meeting: Meeting}} props
 */
export function Signed({ meeting }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(0);
  const { id, protocol } = meeting;
  const signed = protocol?.signed ?? null;
  if (!protocol || (!signed && meeting.status !== "held")) return null;
  const written = protocol.items.length > 0;

  /** @param {string | null} date */
  const mark = (date) =>
    editProtocol(id, (one) => ({
      ...one,
      signed: date ? { date, paper: one.signed?.paper ?? null } : null,
    }));

  /** @param {boolean} checked */
  async function change(checked) {
    if (busy) return;
    // A date that was typed a moment ago belongs to what is signed; one that cannot be read must not stay behind.
    if (!(await takeFields(document.body))) return setRefused(refused + 1);
    const date = today.value > meeting.date ? today.value : meeting.date;
    if (checked ? !written : !signed?.paper) return mark(checked ? date : null);
    setBusy(true);
    await actOn(id, (seen) => (checked ? signProtocol(id, date, seen) : unsignProtocol(id, seen)));
    setBusy(false);
  }

  return (
    <div class="meet__signed">
      <Tick
        key={refused}
        id={`${id}-signed`}
        checked={signed !== null}
        onChange={(checked) => void change(checked)}
      >
        Подписан
      </Tick>
      {signed && (
        <>
          <DateField
            label="День подписания"
            value={signed.date}
            read={readDateHere}
            required="Укажите день подписания или снимите отметку «Подписан»."
            wrong={
              signed.date < meeting.date
                ? "Этот день раньше заседания. Проверьте день подписания и дату заседания."
                : null
            }
            onSave={mark}
          />
          <p class="small soft meet__why">
            Подписанный текст не меняется. Заметили ошибку до передачи в РИМК{"\u00a0"}— снимите
            отметку, исправьте и напечатайте заново; позже{"\u00a0"}— внесите исправление внизу.
          </p>
        </>
      )}
    </div>
  );
}
