/** @import {Meeting} from "../../api/types/Meeting" */
import { DateField } from "../../components/field/DateField.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { flushFields } from "../../components/field/unsaved.js";
import { today } from "../../state/file.js";
import { readDateHere } from "../../state/reading.js";
import { editProtocol } from "./edit.js";

/**
 * «Подписан» and its day. Nothing is there to be signed before the meeting has been held.
 *
 * @param {{meeting: Meeting}} props
 */
export function Signed({ meeting }) {
  const signed = meeting.protocol?.signed ?? null;
  if (!signed && (meeting.status !== "held" || !meeting.protocol)) return null;

  /** @param {string | null} date */
  const sign = (date) =>
    editProtocol(meeting.id, (protocol) => ({
      ...protocol,
      signed: date ? { date, paper: protocol.signed?.paper ?? null } : null,
    }));

  return (
    <div class="meet__signed">
      <Tick
        id={`${meeting.id}-signed`}
        checked={signed !== null}
        onChange={(checked) => {
          flushFields();
          sign(checked ? (today.value > meeting.date ? today.value : meeting.date) : null);
        }}
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
            onSave={sign}
          />
          <p class="small soft meet__why">
            Подписанный текст не меняется. Заметили ошибку до передачи в РИМК{"\u00a0"}— снимите
            отметку, исправьте и напечатайте заново.
          </p>
        </>
      )}
    </div>
  );
}
